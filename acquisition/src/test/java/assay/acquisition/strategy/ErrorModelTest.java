package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Skill;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorModelTest {

    private static final Seed SEED = new Seed(1);

    /** Errors are the targets; ranks are the first feature, by two members that differ by 0.1 each way. */
    private static ErrorModel model(double skill, double... ranks) {
        return ErrorModel.of(situation(ranks), (known, seed) -> known.targets(), secondary(skill), SEED);
    }

    private static Situation situation(double... ranks) {
        Dataset known = Dataset.of(
                Matrix.of(4, 1, new double[] {0, 0, 0, 0}), new double[] {8, 1, 2, 4}, new Task.Regression());
        return Situation.of(known, pool(Matrix.of(ranks.length, 1, ranks)), 2);
    }

    private static Candidates pool(Matrix features) {
        int m = features.rows();
        return new Candidates(
                IntStream.range(0, m).mapToObj(i -> "c" + i).toList(),
                features,
                IntStream.range(0, m).mapToDouble(i -> 1).toArray());
    }

    private static SecondaryModel.Trainer secondary(double skill) {
        return (configurable, values, seed) -> new SecondaryModel() {
            @Override
            public Matrix memberPredictions(Matrix features) {
                double[] both = new double[2 * features.rows()];
                for (int i = 0; i < features.rows(); i++) {
                    both[2 * i] = features.at(i, 0) - 0.1;
                    both[2 * i + 1] = features.at(i, 0) + 0.1;
                }
                return Matrix.of(features.rows(), 2, both);
            }

            @Override
            public Skill skill() {
                return new Skill(skill, 0.2, 0.01);
            }
        };
    }

    /** Known errors 1, 2, 4, 8 are at ranks 1/8, 3/8, 5/8, 7/8. */
    @Test
    void ranksBecomeQuantilesOfKnownErrors() {
        assertArrayEquals(
                new double[] {1, 1, 1.5, 2, 6, 8, 8},
                model(0.5, 0, .125, .25, .375, .75, .875, 1).predicted(),
                1e-12);
    }

    /** Errors 1 and 4: squares 1 and 16 of mean 8.5. */
    @Test
    void squaresAreShrunkByMissingSkill() {
        assertArrayEquals(new double[] {1 / 8.5, 16 / 8.5}, model(1, .125, .625).shrunkSquares(), 1e-12);
        assertArrayEquals(
                new double[] {.5 + .5 / 8.5, .5 + 8 / 8.5},
                model(.5, .125, .625).shrunkSquares(),
                1e-12);
        assertArrayEquals(new double[] {1, 1}, model(-.3, .125, .625).shrunkSquares(), 1e-12);
        assertArrayEquals(new double[] {1, 1}, model(Double.NaN, .125, .625).shrunkSquares(), 1e-12);
    }

    @Test
    void errorTakesTheHighestFirst() {
        Strategy strategy = Strategies.error((known, seed) -> known.targets(), secondary(.5));
        Preference preference = strategy.prefer(situation(.2, .9, .5), SEED);
        Preference.Choice choice = preference.best(i -> true, i -> 1).orElseThrow();
        assertEquals(1, choice.candidate());
        assertEquals(.9, choice.gain(), 1e-12);
        assertEquals("expected to be predicted worse than 90 % of past tests", choice.reason());
        preference.take(1);
        assertEquals(2, preference.best(i -> true, i -> 1).orElseThrow().candidate());
        assertEquals(
                0,
                preference.best(i -> true, i -> i == 0 ? 0.1 : 1).orElseThrow().candidate());
        // Either member, drawn alone or with the other, keeps the order.
        assertEquals(
                1,
                preference
                        .redrawn(SEED)
                        .orElseThrow()
                        .best(i -> true, i -> 1)
                        .orElseThrow()
                        .candidate());
    }

    /** Known at 0; candidates at 0.125, 0.375 and 0.875 are expected to err by 1, 2 and 8. */
    @Test
    void errorCoverageIsErrorTimesDistance() {
        Strategy strategy = Strategies.errorCoverage((known, seed) -> known.targets(), secondary(.5));
        Preference preference = strategy.prefer(situation(.125, .375, .625, .875), SEED);
        Preference.Choice first = preference.best(i -> true, i -> 1).orElseThrow();
        assertEquals(3, first.candidate());
        assertEquals(7, first.gain(), 1e-12);
        preference.take(3);
        // Gaps now: .125 x 1, .375 x 2, .25 x 4.
        Preference.Choice second = preference.best(i -> true, i -> 1).orElseThrow();
        assertEquals(2, second.candidate());
        assertEquals(1, second.gain(), 1e-12);
        assertEquals(
                1, preference.best(i -> true, i -> i == 2 ? 2 : 1).orElseThrow().candidate());
    }

    /** Brute force on a plane: each pick is the arg max of the product over all candidates. */
    @Test
    void errorCoverageAgreesWithBruteForce() {
        for (int seed = 0; seed < 20; seed++) {
            double[] x = new Seed(seed).generator().doubles(60).toArray();
            Matrix features = Matrix.of(30, 2, x);
            Matrix seen = Matrix.of(
                    3, 2, new Seed(seed).derive("seen").generator().doubles(6).toArray());
            Dataset known = Dataset.of(seen, new double[] {1, 3, 2}, new Task.Regression());
            Situation situation =
                    Situation.of(known, pool(features), 4).withPending(Matrix.of(1, 2, new double[] {.5, .5}));
            Preference preference = Strategies.errorCoverage((k, s) -> k.targets(), secondary(.5))
                    .prefer(situation, SEED);
            double[] error = ErrorModel.of(situation, (k, s) -> k.targets(), secondary(.5), SEED)
                    .predicted();
            Matrix centers = seen.above(situation.pending());
            for (int pick = 0; pick < 4; pick++) {
                int expected = -1;
                double most = -1;
                for (int i = 0; i < 30; i++) {
                    double nearest = Double.POSITIVE_INFINITY;
                    for (double[] center : centers.toRows()) {
                        nearest = Math.min(
                                nearest, Math.hypot(center[0] - features.at(i, 0), center[1] - features.at(i, 1)));
                    }
                    if (nearest * error[i] > most) {
                        most = nearest * error[i];
                        expected = i;
                    }
                }
                int chosen = preference.best(i -> true, i -> 1).orElseThrow().candidate();
                assertEquals(expected, chosen);
                preference.take(chosen);
                centers = centers.above(features.select(new int[] {chosen}));
            }
        }
    }

    @Test
    void reasonsNameGapAndError() {
        Strategy strategy = Strategies.errorCoverage((known, seed) -> known.targets(), secondary(.5));
        assertTrue(strategy.prefer(situation(.875), SEED)
                .best(i -> true, i -> 1)
                .orElseThrow()
                .reason()
                .startsWith("fills a gap of 0.88 where an error of 8.00 standard"));
        assertEquals(List.of("error-coverage"), List.of(strategy.name()));
    }
}
