package assay.valuation;

import assay.acquisition.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Works off the pieces of a {@link Sampler}, block by block, until the models are used up, the estimates are good enough, or the
 * time is up. The size of a block depends on the sampler and on what is left, never on threads; a piece that the journal
 * remembers is not evaluated again. One use, on one thread.
 *
 * <p>Estimates are looked at when the number of pieces has grown by the root of 2 since the last look, and compared with those at
 * half the pieces. To stop on a look makes the end depend on chance: standard errors at the end are a little too small, the less
 * so the fewer looks.
 */
final class PieceLoop {

    /** Pieces that are worth a standard error. */
    private static final int LEAST_PIECES = 2;

    private static final int BLOCK = 16;
    private static final int MODELS_OF_BLOCK = 64;
    private static final int FIRST_LOOK = 8;
    private static final int LOOKS_PER_DOUBLING = 2;

    private final Sampler sampler;
    private final String work;
    private final Runner runner;
    private final Journal journal;
    private final BooleanSupplier timeIsUp;

    private int pieces;
    private int models;
    private String end = "";

    /** @param work name of the work in the journal */
    PieceLoop(Sampler sampler, String work, Runner runner, Journal journal, BooleanSupplier timeIsUp) {
        this.sampler = sampler;
        this.work = work;
        this.runner = runner;
        this.journal = journal;
        this.timeIsUp = timeIsUp;
    }

    /** How many models were evaluated. */
    int models() {
        return models;
    }

    /** Why it ended before the models were used up, for people; empty if it did not. */
    String end() {
        return end;
    }

    /**
     * @param estimators to be fed
     * @param efforts one per estimator: the most models of any, and all have to be satisfied to end early
     * @param what words for the progress bar
     * @return one estimate per estimator
     */
    List<Estimate> run(List<Estimator> estimators, List<Effort> efforts, String what) {
        int most = efforts.stream().mapToInt(Effort::models).max().orElseThrow();
        boolean looks = efforts.stream().allMatch(Effort::mayStopEarly);
        List<List<Estimate>> seen = new ArrayList<>();
        Optional<Runner.Rounds> rounds = Optional.empty();
        try {
            while (end.isEmpty() && block(most) > 0) {
                int block = looks ? Math.min(block(most), look(seen.size()) - pieces) : block(most);
                List<Optional<double[]>> known = IntStream.range(pieces, pieces + block)
                        .mapToObj(piece -> journal.recall(work, piece))
                        .toList();
                if (rounds.isEmpty() && known.stream().anyMatch(Optional::isEmpty)) {
                    rounds = Optional.of(runner.rounds(what, modelsLeft(most)));
                }
                List<double[]> results = rounds.isEmpty()
                        ? known.stream().map(Optional::orElseThrow).toList()
                        : evaluate(known, rounds.get());
                results.forEach(result -> take(result, estimators));
                if (looks && pieces == look(seen.size())) {
                    seen.add(estimators.stream().map(Estimator::estimate).toList());
                    end = isEnough(seen, efforts) ? "stopped when the values were good enough" : "";
                }
                if (end.isEmpty() && pieces >= LEAST_PIECES && timeIsUp.getAsBoolean()) {
                    end = "stopped when the time was up";
                }
            }
        } finally {
            rounds.ifPresent(Runner.Rounds::close);
        }
        return estimators.stream().map(Estimator::estimate).toList();
    }

    /** Pieces to do next: not more than the models and pieces that are left allow; 0 at the end. */
    private int block(int most) {
        int affordable = Math.max(LEAST_PIECES - pieces, (most - models) / sampler.mostModels());
        int size = Math.max(BLOCK, MODELS_OF_BLOCK / sampler.mostModels());
        return Math.min(Math.min(affordable, size), sampler.mostPieces() - pieces);
    }

    private long modelsLeft(int most) {
        return Math.min(most - models, (long) (sampler.mostPieces() - pieces) * sampler.mostModels());
    }

    /** Pieces at the time of a look: 8, 11, 16, 23, 32, .. */
    private static int look(int number) {
        return (int) Math.round(FIRST_LOOK * Math.pow(2, number / 2.0));
    }

    private List<double[]> evaluate(List<Optional<double[]>> known, Runner.Rounds rounds) {
        int from = pieces;
        return rounds.run(
                known.size(),
                (i, step) -> known.get(i).orElseGet(() -> {
                    double[] result = sampler.evaluate(from + i, step);
                    journal.keep(work, from + i, result);
                    return result;
                }));
    }

    private void take(double[] result, List<Estimator> estimators) {
        estimators.forEach(estimator -> estimator.add(pieces, result));
        models += sampler.models(result);
        pieces++;
    }

    private static boolean isEnough(List<List<Estimate>> seen, List<Effort> efforts) {
        if (seen.size() <= LOOKS_PER_DOUBLING) {
            return false;
        }
        List<Estimate> now = seen.get(seen.size() - 1);
        List<Estimate> half = seen.get(seen.size() - 1 - LOOKS_PER_DOUBLING);
        return IntStream.range(0, now.size()).allMatch(i -> efforts.get(i).isEnough(now.get(i), half.get(i)));
    }
}
