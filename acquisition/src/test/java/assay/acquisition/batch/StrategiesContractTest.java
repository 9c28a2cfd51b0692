package assay.acquisition.batch;

import assay.acquisition.Acquirer;
import assay.acquisition.Embedding;
import assay.acquisition.EnsembleModel;
import assay.acquisition.Matrix;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Skill;
import assay.acquisition.Valuation;
import assay.acquisition.strategy.Strategies;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;

/** What every strategy promises, for those that need models: small ones that are made here. */
class StrategiesContractTest {

    private static final Strategies.OutOfFoldErrors ERRORS =
            (known, seed) -> Arrays.stream(known.targets()).map(Math::abs).toArray();

    private static final SecondaryModel.Trainer SECONDARY = (configurable, values, seed) -> new SecondaryModel() {
        @Override
        public Matrix memberPredictions(Matrix features) {
            return features;
        }

        @Override
        public Skill skill() {
            return new Skill(.4, .2, .01);
        }
    };

    /** Twenty random directions. */
    private static final EnsembleModel.Trainer DIRECTIONS = (train, seed) -> features -> IntStream.range(0, 20)
            .mapToObj(member -> {
                RandomGenerator random = seed.derive(member).generator();
                double a = random.nextDouble();
                double b = random.nextDouble();
                double[] predictions = IntStream.range(0, features.rows())
                        .mapToDouble(i -> a * features.at(i, 0) + b * features.at(i, 1))
                        .toArray();
                return Matrix.of(features.rows(), 1, predictions);
            })
            .toList();

    @Nested
    class Alc extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.alc());
        }
    }

    @Nested
    class AlcPlain extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.alcPlain());
        }
    }

    @Nested
    class AlcScaled extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.alcScaled((known, seed) -> new double[] {.7, .3}));
        }
    }

    @Nested
    class AlcByError extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.alcByError(ERRORS, SECONDARY));
        }
    }

    @Nested
    class AlcCommittee extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.alcCommittee((known, seed) -> new double[] {.7, .3}, ERRORS, SECONDARY));
        }
    }

    @Nested
    class AlcRobust extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.alcRobust(ERRORS, SECONDARY));
        }
    }

    @Nested
    class AlcEnsemble extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.alcEnsemble(DIRECTIONS, ERRORS, SECONDARY));
        }
    }

    @Nested
    class Error extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.error(ERRORS, SECONDARY));
        }
    }

    @Nested
    class ErrorCoverage extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.errorCoverage(ERRORS, SECONDARY));
        }
    }

    @Nested
    class Uncertainty extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.uncertainty(DIRECTIONS));
        }
    }

    @Nested
    class Bald extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.bald(DIRECTIONS));
        }
    }

    @Nested
    class Lcmd extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.lcmd(DIRECTIONS));
        }
    }

    @Nested
    class NullArm extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.nullArm());
        }
    }

    @Nested
    class RandomInRegion extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.randomInRegion());
        }
    }

    @Nested
    class RandomPrefilter extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.randomPrefilter());
        }
    }

    @Nested
    class ActiveShapley extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.ads((known, seed) -> new Strategies.Appraised(
                    new Itself(), new Valuation(known.ids(), known.targets(), known.targets(), "targets"))));
        }
    }

    /** Sees features as they are. */
    private record Itself() implements Embedding {
        @Override
        public Matrix embed(Matrix features) {
            return features;
        }

        @Override
        public Matrix predict(Matrix features) {
            return features.leadingColumns(1);
        }
    }
}
