package assay.benchmarks;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * A trial whose pool is spoilt, with the sound rows that values are measured against.
 *
 * @param trial to replay; ids of sound experiments begin with {@value #SOUND}
 * @param holdout sound, never bought, not among the tests
 */
record JunkPool(Trial trial, Dataset holdout) {

    static final String SOUND = "sound";
    static final double SHARE = 0.8;

    /** Standard deviation of the strongest noise, in those of a feature. */
    private static final double NOISE = 3;

    /** What is wrong with four of five candidates. */
    enum Spoilt {
        /** Nothing: all are sound. */
        CLEAN,
        /**
         * White noise on the inputs, the labels stay true: of variance 9 b in units of the variance of a feature, b drawn from Beta(2, 2) for
         * each candidate. The paper's SVHN, which names neither the distribution's parameters nor the unit.
         */
        NOISE,
        /**
         * Every input drawn from another row, and the label at random: no feature looks odd by itself, and the whole means nothing. In place
         * of the paper's pictures from a web search.
         */
        JUNK
    }

    /** What noise does to inputs. */
    enum Inputs {
        /** It is as strong as each feature is spread. */
        FEATURES,
        /** It is as strong on every pixel, by the spread of all of them, and ends at black and white. */
        PIXELS
    }

    /** What a campaign knows at first. */
    enum Start {
        /** Sound experiments alone. */
        SOUND,
        /** Four of five are spoilt, as in the pool. */
        ALIKE
    }

    /** Spoils a dealt trial; the tests and the holdout stay sound. */
    static JunkPool of(
            Dataset start,
            Dataset pool,
            Dataset holdout,
            Dataset test,
            Spoilt spoilt,
            Start at,
            Inputs inputs,
            Seed seed) {
        Dataset known = spoilt(start, at == Start.SOUND ? Spoilt.CLEAN : spoilt, inputs, "known", seed.derive("start"));
        Dataset offer = spoilt(pool, spoilt, inputs, "pool", seed.derive("pool"));
        double[] costs = new double[offer.size()];
        Arrays.fill(costs, 1);
        Trial trial = new Trial(
                Optional.empty(),
                known,
                new Candidates(offer.ids(), offer.configurable(), costs),
                offer,
                test,
                Collections.nCopies(known.size(), true),
                Collections.nCopies(offer.size(), true));
        return new JunkPool(trial, holdout);
    }

    private static Dataset spoilt(Dataset data, Spoilt how, Inputs inputs, String where, Seed seed) {
        int n = data.size();
        int d = data.features().columns();
        int spoilt = how == Spoilt.CLEAN ? 0 : (int) Math.round(SHARE * n);
        double[] features = data.features().toArray();
        double[] sound = features.clone();
        double[] targets = data.targets();
        List<String> ids = new ArrayList<>(Collections.nCopies(n, ""));
        int[] order = seed.derive("order").permutation(n);
        double[] deviations = deviations(data.features());
        if (inputs == Inputs.PIXELS) {
            Arrays.fill(deviations, deviations(Matrix.of(n * d, 1, sound))[0]);
        }
        double black = Arrays.stream(sound).min().orElseThrow();
        double white = Arrays.stream(sound).max().orElseThrow();
        RandomGenerator random = seed.derive("noise").generator();
        BetaDistribution power = new BetaDistribution(2, 2);
        for (int place = 0; place < n; place++) {
            int row = order[place];
            ids.set(row, (place < spoilt ? "junk" : SOUND) + "-" + where + "-" + row);
            if (place >= spoilt) {
                continue;
            }
            if (how == Spoilt.NOISE) {
                double sd = NOISE * Math.sqrt(power.inverseCumulativeProbability(random.nextDouble()));
                for (int j = 0; j < d; j++) {
                    double noisy = features[row * d + j] + sd * deviations[j] * random.nextGaussian();
                    features[row * d + j] = inputs == Inputs.PIXELS ? Math.max(black, Math.min(white, noisy)) : noisy;
                }
            } else {
                for (int j = 0; j < d; j++) {
                    features[row * d + j] = sound[random.nextInt(n) * d + j];
                }
                targets[row] = random.nextInt(data.task().outputs());
            }
        }
        return new Dataset(ids, Matrix.of(n, d, features), d, targets, data.task());
    }

    private static double[] deviations(Matrix x) {
        double[] deviations = new double[x.columns()];
        for (int j = 0; j < deviations.length; j++) {
            double[] column = x.column(j);
            double mean = Arrays.stream(column).average().orElseThrow();
            deviations[j] = Math.sqrt(Arrays.stream(column)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow());
        }
        return deviations;
    }
}
