package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.EnsembleModel;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DisagreementTest {

    private static final Seed SEED = new Seed(1);
    private static final Task TWO = new Task.Classification(List.of("a", "b"));

    private static Situation situation(Task task, double... pool) {
        // The second feature is measured, so candidates do not have it.
        Dataset known = new Dataset(
                List.of("k0", "k1"), Matrix.of(2, 2, new double[] {0, 7, 1, 7}), 1, new double[] {0, 1}, task);
        return Situation.of(
                known,
                new Candidates(
                        IntStream.range(0, pool.length).mapToObj(i -> "c" + i).toList(),
                        Matrix.of(pool.length, 1, pool),
                        IntStream.range(0, pool.length).mapToDouble(i -> 1).toArray()),
                1);
    }

    /** Members predict slope times the first feature. */
    private static EnsembleModel.Trainer slopes(double... slopes) {
        return (train, seed) -> {
            assertEquals(1, train.features().columns());
            return features -> Arrays.stream(slopes)
                    .mapToObj(slope -> Matrix.of(
                            features.rows(),
                            1,
                            Arrays.stream(features.column(0))
                                    .map(x -> slope * x)
                                    .toArray()))
                    .toList();
        };
    }

    /** Class b has probability x for each member, whose x are shifted. */
    private static Matrix probabilities(Matrix features, double shift) {
        double[] p = new double[2 * features.rows()];
        for (int i = 0; i < features.rows(); i++) {
            p[2 * i + 1] = Math.max(0, Math.min(1, features.at(i, 0) + shift));
            p[2 * i] = 1 - p[2 * i + 1];
        }
        return Matrix.of(features.rows(), 2, p);
    }

    /** Slopes 1 and 3: the standard deviation at x is |x|. */
    @Test
    void spreadOfNumbers() {
        Preference preference =
                Strategies.uncertainty(slopes(1, 3)).prefer(situation(new Task.Regression(), .5, -2, 1), SEED);
        Preference.Choice choice = preference.best(i -> true, i -> 1).orElseThrow();
        assertEquals(1, choice.candidate());
        assertEquals(2, choice.gain(), 1e-12);
        assertEquals(1, preference.best(i -> i != 1, i -> 1).orElseThrow().gain(), 1e-12);
    }

    /** One member sure of a, one sure of b: ln 2 nats. Both undecided: none, however high the entropy. */
    @Test
    void mutualInformationOfClassAndMember() {
        EnsembleModel.Trainer disputed = (train, seed) -> features ->
                List.of(probabilities(features, 0), probabilities(features, features.at(0, 0) == 0 ? 1 : 0));
        assertEquals(
                Math.log(2),
                Strategies.bald(disputed)
                        .prefer(situation(TWO, 0), SEED)
                        .best(i -> true, i -> 1)
                        .orElseThrow()
                        .gain(),
                1e-12);
        EnsembleModel.Trainer agreed =
                (train, seed) -> features -> List.of(probabilities(features, 0), probabilities(features, 0));
        assertEquals(
                0,
                Strategies.bald(agreed)
                        .prefer(situation(TWO, .5), SEED)
                        .best(i -> true, i -> 1)
                        .orElseThrow()
                        .gain(),
                1e-12);
    }

    /** Members differ by their seeds, and by nothing else; the same seed trains the same ensemble. */
    @Test
    void anEnsembleIsOneModelFromSeveralSeeds() {
        TargetModel.Trainer bySeed =
                (train, seed) -> features -> Matrix.of(features.rows(), 1, new double[] {seed.value()});
        EnsembleModel.Trainer trainer = Strategies.ensemble(bySeed, 3, Runner.SEQUENTIAL);
        Dataset known = situation(new Task.Regression(), 1).known();
        Matrix one = Matrix.of(1, 2, new double[] {0, 0});
        List<Matrix> members = trainer.fit(known, SEED).memberPredictions(one);
        assertEquals(3, members.stream().distinct().count());
        assertEquals(members, trainer.fit(known, SEED).memberPredictions(one));
        assertNotEquals(members, trainer.fit(known, SEED.derive(1)).memberPredictions(one));
        assertThrows(IllegalArgumentException.class, () -> Strategies.ensemble(bySeed, 1, Runner.SEQUENTIAL));
    }

    /** Two of two tests, drawn with replacement: means of the targets 0 and 1 are 0, 1/2 and 1 with probabilities 1/4, 1/2 and 1/4. */
    @Test
    void bootstrapsDrawAsManyAgain() {
        TargetModel.Trainer mean = (train, seed) -> {
            assertEquals(2, train.size());
            double value = Arrays.stream(train.targets()).average().orElseThrow();
            return features -> Matrix.of(features.rows(), 1, new double[] {value});
        };
        EnsembleModel.Trainer trainer = Strategies.bootstraps(mean, 1000, Runner.SEQUENTIAL);
        Dataset known = situation(new Task.Regression(), 1).known();
        Matrix one = Matrix.of(1, 2, new double[] {0, 0});
        List<Matrix> members = trainer.fit(known, SEED).memberPredictions(one);
        double halves = members.stream().filter(m -> m.at(0, 0) == 0.5).count();
        double ones = members.stream().filter(m -> m.at(0, 0) == 1).count();
        // Four standard deviations.
        assertEquals(500, halves, 4 * Math.sqrt(250));
        assertEquals(250, ones, 4 * Math.sqrt(187.5));
        assertEquals(members, trainer.fit(known, SEED).memberPredictions(one));
        assertThrows(IllegalArgumentException.class, () -> Strategies.bootstraps(mean, 1, Runner.SEQUENTIAL));
    }

    @Test
    void entropyAndMarginOpenTheOpenClass() {
        TargetModel.Trainer trainer = (train, seed) -> features -> probabilities(features, 0);
        for (Strategy strategy : List.of(Strategies.entropy(trainer), Strategies.margin(trainer))) {
            Preference preference = strategy.prefer(situation(TWO, .1, .45, .95), SEED);
            assertEquals(1, preference.best(i -> true, i -> 1).orElseThrow().candidate());
        }
        assertEquals(
                Math.log(2),
                Strategies.entropy(trainer)
                        .prefer(situation(TWO, .5), SEED)
                        .best(i -> true, i -> 1)
                        .orElseThrow()
                        .gain(),
                1e-12);
        Preference.Choice lead = Strategies.margin(trainer)
                .prefer(situation(TWO, .3), SEED)
                .best(i -> true, i -> 1)
                .orElseThrow();
        assertEquals(.6, lead.gain(), 1e-12);
        assertTrue(lead.reason().endsWith("by a probability of 0.40"));
    }

    /** With three classes the two differ: entropy prefers (.4, .3, .3), margin (.5, .5, 0). */
    @Test
    void entropyAndMarginDisagreeOnThreeClasses() {
        TargetModel.Trainer trainer =
                (train, seed) -> features -> Matrix.of(new double[] {.4, .3, .3}, new double[] {.5, .5, 0});
        Situation three = situation(new Task.Classification(List.of("a", "b", "c")), 0, 1);
        assertEquals(
                0,
                Strategies.entropy(trainer)
                        .prefer(three, SEED)
                        .best(i -> true, i -> 1)
                        .orElseThrow()
                        .candidate());
        assertEquals(
                1,
                Strategies.margin(trainer)
                        .prefer(three, SEED)
                        .best(i -> true, i -> 1)
                        .orElseThrow()
                        .candidate());
    }

    @Test
    void numbersHaveNoEntropy() {
        TargetModel.Trainer trainer = (train, seed) -> features -> Matrix.of(1, 1, new double[1]);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Strategies.entropy(trainer).prefer(situation(new Task.Regression(), 1), SEED))
                .getMessage();
        assertEquals(
                "strategy entropy chooses between classes, but the target is a number. Maybe uncertainty?", message);
    }
}
