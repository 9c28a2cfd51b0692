package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Expected values as they could have been, had chance dealt another history.
 *
 * <p>The history is split into halves at random, {@value #SPLITS} times, and the secondary model is fitted to the values of each half, drawn anew from their standard
 * errors where these are known. Two halves are two histories from the same world, so what their predictions for the
 * candidates have in common is signal: with {@code r} their correlation over candidates, {@code w = 2 r / (1 + r)} is the share of the
 * variance {@code s} of the expected values that is signal, as twice the tests have half the noise (Spearman, 1910; Brown, 1910). The rest is
 * noise. Values that were made at once have chance in common, such as the models that they come from, which would pass for signal: so the halves of four splits are valued
 * each by itself as well, and {@code r} is taken to be smaller by as much as these agree less than the same halves with the values of all; unless half of the history is too little to be valued. How
 * noise goes together over candidates is taken from the differences of halves with the values of all; all candidates have
 * the same variance of noise, {@code (1 - w) s}, since what one history says of a single variance is mostly chance.
 *
 * <p>What we have is off by such noise already, so another history is likelier to be nearer to what is usual: how expected values without
 * noise are distributed over candidates is found from all of them ({@link NormalMixture}; of one normal distribution it is the empirical Bayes of
 * Efron and Morris, 1973, shrinking to {@code mean + w (expected - mean)}). What another history would lead to expect is drawn from the posterior
 * predictive: the posterior mean, and noise whose variance is that of one history and of the posterior together, a normal mixture of all
 * differences: what we have and what we would have are both off. Redrawing around the expected values themselves, by a bootstrap of the history,
 * calls the lucky ones certain. How well it is calibrated: docs/results.md.
 *
 * <p>Only the {@value #FOLLOWED} candidates of the highest expected values are followed; the others keep theirs. 2 x ({@value #SPLITS} + 4)
 * fits of the secondary model, and {@value Strategies.Appraisal#HALVES} valuations of half of the history.
 */
final class ValueNoise {

    private static final int SPLITS = 24;

    /** Splits whose halves are valued anew, which is what may take long. */
    private static final int VALUED = Strategies.Appraisal.HALVES / 2;

    private static final int FOLLOWED = 10_000;
    private static final int HISTORIES = 40;

    private final double[] expected;
    private final int[] followed;
    private final double[][] deviations;
    private final double[] centres;
    private final double[] factors;

    /**
     * @param known n experiments
     * @param valuation of them
     * @param appraisal that made it, and values halves anew
     * @param trainer of the secondary model
     * @param pool m x c
     * @param expected value of each of m candidates
     */
    ValueNoise(
            Dataset known,
            Valuation valuation,
            Strategies.Appraisal appraisal,
            SecondaryModel.Trainer trainer,
            Matrix pool,
            double[] expected,
            Seed seed) {
        this.expected = expected;
        this.followed = IntStream.range(0, expected.length)
                .boxed()
                .sorted((a, b) -> Double.compare(expected[b], expected[a]))
                .limit(FOLLOWED)
                .mapToInt(i -> i)
                .toArray();
        double[] seen = IntStream.of(followed).mapToDouble(i -> expected[i]).toArray();
        double spread = covariance(seen, seen);
        Matrix candidates = pool.select(followed);
        this.deviations = new double[SPLITS][];
        Agreement kept = new Agreement();
        Agreement keptHere = new Agreement();
        Agreement anew = new Agreement();
        for (int split = 0; split < SPLITS; split++) {
            Seed own = seed.derive(split);
            Half one = Half.of(known, own, 0);
            Half other = Half.of(known, own, 1);
            double[] first = one.predictions(one.drawn(valuation), trainer, candidates);
            double[] second = other.predictions(other.drawn(valuation), trainer, candidates);
            kept.add(first, second);
            deviations[split] = difference(first, second);
            if (split < VALUED) {
                Optional<double[]> ones = one.valued(appraisal);
                Optional<double[]> others = ones.isPresent() ? other.valued(appraisal) : Optional.empty();
                if (others.isPresent()) {
                    keptHere.add(first, second);
                    anew.add(
                            one.predictions(ones.get(), trainer, candidates),
                            other.predictions(others.get(), trainer, candidates));
                }
            }
        }
        double less = Math.max(0, keptHere.correlation() - anew.correlation());
        double correlation = kept.correlation() - less;
        double noise = (1 - signal(correlation)) * spread;
        spread(deviations, Math.sqrt(noise));
        NormalMixture prior = NormalMixture.of(seen, noise, known.size());
        NormalMixture.Posterior[] after =
                Arrays.stream(seen).mapToObj(prior::after).toArray(NormalMixture.Posterior[]::new);
        this.centres =
                Arrays.stream(after).mapToDouble(NormalMixture.Posterior::mean).toArray();
        this.factors = Arrays.stream(after)
                .mapToDouble(posterior -> noise > 0 ? Math.sqrt((1 + posterior.variance() / noise) / SPLITS) : 0)
                .toArray();
    }

    /** Of a history. */
    private record Half(Dataset known, int[] rows, Seed seed) {

        /** @param which 0 or 1; together they are all */
        static Half of(Dataset known, Seed seed, int which) {
            int[] order = seed.derive("halves").permutation(known.size());
            int half = order.length / 2;
            int[] rows = which == 0 ? Arrays.copyOf(order, half) : Arrays.copyOfRange(order, half, order.length);
            return new Half(known, rows, seed.derive(which == 0 ? "one" : "other"));
        }

        /** Its values in the valuation of all, as their standard errors let them vary. */
        double[] drawn(Valuation valuation) {
            RandomGenerator random = seed.derive("values").generator();
            double[] values = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                double error = valuation.standardError(rows[i]);
                values[i] = valuation.value(rows[i]) + (error > 0 ? error * random.nextGaussian() : 0);
            }
            return values;
        }

        /** Its values without the other half. */
        Optional<double[]> valued(Strategies.Appraisal appraisal) {
            return appraisal
                    .valueHalf(known.select(rows), seed.derive("valuation"))
                    .map(Valuation::values);
        }

        double[] predictions(double[] values, SecondaryModel.Trainer trainer, Matrix candidates) {
            return trainer.fit(known.configurable().select(rows), values, seed.derive("secondary model"))
                    .means(candidates);
        }
    }

    /** What predictions of two halves have in common. */
    private static final class Agreement {

        private double common;
        private double either;

        void add(double[] one, double[] other) {
            common += covariance(one, other);
            either += (covariance(one, one) + covariance(other, other)) / 2;
        }

        double correlation() {
            return either > 0 ? common / either : 0;
        }
    }

    /** Share of the variance of predictions from all that is signal, where those from halves correlate so. */
    private static double signal(double correlation) {
        double r = Math.max(0, Math.min(1, correlation));
        return 2 * r / (1 + r);
    }

    /** Gives the deviations of each candidate the same size: how large they are for one of them is chance, more than it is the candidate. */
    private static void spread(double[][] deviations, double size) {
        for (int i = 0; i < deviations[0].length; i++) {
            double squares = 0;
            for (double[] deviation : deviations) {
                squares += deviation[i] * deviation[i] / deviations.length;
            }
            for (double[] deviation : deviations) {
                deviation[i] *= squares > 0 ? size / Math.sqrt(squares) : 0;
            }
        }
    }

    /** Population covariance over candidates. */
    private static double covariance(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
                .average()
                .orElse(0);
    }

    /** Less its mean: a shift of all candidates changes no batch. */
    private static double[] difference(double[] a, double[] b) {
        double[] difference =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
        double mean = Arrays.stream(difference).average().orElse(0);
        return Arrays.stream(difference).map(d -> d - mean).toArray();
    }

    /** What another history might have led to expect, of every candidate. */
    double[] redrawn(Seed seed) {
        RandomGenerator random = seed.generator();
        double[] drawn = expected.clone();
        for (int place = 0; place < followed.length; place++) {
            drawn[followed[place]] = centres[place];
        }
        for (double[] deviation : deviations) {
            double weight = random.nextGaussian();
            for (int place = 0; place < followed.length; place++) {
                drawn[followed[place]] += weight * factors[place] * deviation[place];
            }
        }
        return drawn;
    }

    /** How many other followed candidates are ahead in at least a tenth of the histories, and behind in at least a tenth. */
    int tied(int candidate) {
        double[][] histories = IntStream.range(0, HISTORIES)
                .mapToObj(history -> redrawn(new Seed(history).derive("ties")))
                .toArray(double[][]::new);
        int few = HISTORIES / 10;
        int tied = 0;
        for (int other : followed) {
            int ahead = 0;
            int behind = 0;
            for (double[] history : histories) {
                ahead += history[other] >= history[candidate] ? 1 : 0;
                behind += history[other] <= history[candidate] ? 1 : 0;
            }
            tied += other != candidate && ahead >= few && behind >= few ? 1 : 0;
        }
        return tied;
    }
}
