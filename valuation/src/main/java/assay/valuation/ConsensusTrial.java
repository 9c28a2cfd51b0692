package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.trial.Folds;
import assay.kernels.Activation;
import assay.surrogate.MlpSettings;
import assay.surrogate.Optimiser;
import assay.surrogate.Surrogates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One hearing of all witnesses by {@link ConsensusValuator}, in as many rounds as the settings say. Confined to a thread. */
final class ConsensusTrial {

    private static final List<String> KINDS = List.of("as it is", "noise in its inputs", "another target");
    private static final MlpSettings JUDGE = new MlpSettings(3, 32, Activation.RELU, Optimiser.ADAM, 0.005, 15, 64, 0);

    private final Consensus settings;
    private final Dataset all;
    private final SpoiledCopies copies;
    private final Folds folds;
    private final Seed seed;

    /** @param all standardised */
    ConsensusTrial(Consensus settings, Dataset all, Seed seed) {
        this.settings = settings;
        this.all = all;
        this.copies = SpoiledCopies.of(all, seed.derive("copies"));
        this.folds = new Folds(all.size(), settings.folds(), seed.derive("folds"));
        this.seed = seed;
    }

    /**
     * Probability that each experiment is spoiled.
     *
     * @param step called once for every fold of every round
     */
    double[] spoiled(Runnable step) {
        int n = all.size();
        boolean[] trusted = new boolean[n];
        Arrays.fill(trusted, true);
        double[] spoiled = new double[n];
        for (int round = 0; round < settings.rounds(); round++) {
            Seed own = seed.derive("round").derive(round);
            double[][][] opinions = hear(trusted, own, step);
            double[][][] verdicts = judge(opinions, trusted, own.derive("judge"));
            double[] shares = SpoiledPriors.ofContaminated(verdicts);
            spoiled = round == 0
                    ? SpoiledPriors.contaminated(verdicts[0], shares)
                    : SpoiledPriors.sound(verdicts[0], shares);
            trusted = trusted(spoiled);
        }
        return spoiled;
    }

    /** Those that are more likely sound than not, and at least the better half. */
    private static boolean[] trusted(double[] spoiled) {
        double median = Arrays.stream(spoiled).sorted().toArray()[spoiled.length / 2];
        boolean[] trusted = new boolean[spoiled.length];
        for (int row = 0; row < trusted.length; row++) {
            trusted[row] = spoiled[row] < 0.5 || spoiled[row] <= median;
        }
        return trusted;
    }

    /** Opinions on every experiment as it is and on its copies: kinds x n x opinions. */
    private double[][][] hear(boolean[] trusted, Seed own, Runnable step) {
        double[][][] heard = new double[KINDS.size()][all.size()][];
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] kept = kept(fold, trusted);
            int[] apart = folds.apart(fold);
            Dataset seen = all.select(kept);
            Matrix noisySeen = copies.features().select(kept);
            InputWitnesses onInputs = new InputWitnesses(settings, seen.features(), noisySeen, own.derive(fold));
            TargetWitnesses onTargets = new TargetWitnesses(settings, seen, own.derive(fold));
            Dataset plain = all.select(apart);
            Matrix noisy = copies.features().select(apart);
            double[] others = Arrays.stream(apart)
                    .mapToDouble(row -> copies.targets()[row])
                    .toArray();
            List<double[]> plainInputs = onInputs.opinions(plain.features());
            List<Matrix> expected = onTargets.expectations(plain.features());
            put(heard[0], apart, plainInputs, onTargets.opinions(expected, plain.targets()));
            put(
                    heard[1],
                    apart,
                    onInputs.opinions(noisy),
                    onTargets.opinions(onTargets.expectations(noisy), plain.targets()));
            put(heard[2], apart, plainInputs, onTargets.opinions(expected, others));
            step.run();
        }
        return heard;
    }

    private int[] kept(int fold, boolean[] trusted) {
        return Arrays.stream(folds.kept(fold)).filter(row -> trusted[row]).toArray();
    }

    private static void put(double[][] heard, int[] rows, List<double[]> onInputs, List<double[]> onTargets) {
        List<double[]> opinions = new ArrayList<>(onInputs);
        opinions.addAll(onTargets);
        for (int i = 0; i < rows.length; i++) {
            int position = i;
            heard[rows[i]] =
                    opinions.stream().mapToDouble(opinion -> opinion[position]).toArray();
        }
    }

    /** Probabilities of the kinds, by judges that have not judged the experiment before: kinds x n x kinds. */
    private double[][][] judge(double[][][] heard, boolean[] trusted, Seed own) {
        double[][][] opinions = standardised(heard);
        double[][][] verdicts = new double[KINDS.size()][all.size()][];
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] kept = kept(fold, trusted);
            List<double[]> cases = new ArrayList<>();
            for (double[][] kind : opinions) {
                Arrays.stream(kept).forEach(row -> cases.add(kind[row]));
            }
            double[] kinds = IntStream.range(0, cases.size())
                    .mapToDouble(i -> i / kept.length)
                    .toArray();
            TargetModel judge = Surrogates.compact(JUDGE)
                    .fit(
                            Dataset.of(
                                    Matrix.of(cases.toArray(double[][]::new)), kinds, new Task.Classification(KINDS)),
                            own.derive(fold));
            int[] apart = folds.apart(fold);
            for (int kind = 0; kind < opinions.length; kind++) {
                double[][] ofKind = opinions[kind];
                Matrix verdict = judge.predict(Matrix.of(
                        Arrays.stream(apart).mapToObj(row -> ofKind[row]).toArray(double[][]::new)));
                for (int i = 0; i < apart.length; i++) {
                    verdicts[kind][apart[i]] = verdict.row(i);
                }
            }
        }
        return verdicts;
    }

    /** Every opinion to mean 0 and standard deviation 1 over all kinds together. */
    private static double[][][] standardised(double[][][] heard) {
        int n = heard[0].length;
        int opinions = heard[0][0].length;
        double[][][] standardised = new double[heard.length][n][opinions];
        for (int j = 0; j < opinions; j++) {
            double[] column = new double[heard.length * n];
            for (int i = 0; i < column.length; i++) {
                column[i] = heard[i / n][i % n][j];
            }
            column = ConsensusValuator.standardised(column);
            for (int i = 0; i < column.length; i++) {
                standardised[i / n][i % n][j] = column[i];
            }
        }
        return standardised;
    }
}
