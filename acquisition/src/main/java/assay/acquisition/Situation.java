package assay.acquisition;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a strategy sees before a round is bought. Nothing that has not been paid for is in it. Immutable.
 */
public final class Situation {

    private final Dataset known;
    private final Matrix pending;
    private final Candidates pool;
    private final boolean[] region;
    private final Optional<List<Boolean>> knownRegion;
    private final int batch;

    private Situation(
            Dataset known,
            Matrix pending,
            Candidates pool,
            boolean[] region,
            Optional<List<Boolean>> knownRegion,
            int batch) {
        this.known = known;
        this.pending = pending;
        this.pool = pool;
        this.region = region;
        this.knownRegion = knownRegion;
        this.batch = batch;
    }

    /**
     * Nothing under way, and the product is used wherever there are candidates.
     *
     * @param known what has been paid for and measured
     * @param pool what could be bought; encoded as {@link Dataset#configurable()} of {@code known}
     * @param batch how many candidates will be taken at most, at least 1
     */
    public static Situation of(Dataset known, Candidates pool, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("batch (%d) must be at least 1".formatted(batch));
        }
        if (known.configurable().columns() != pool.features().columns()) {
            throw new IllegalArgumentException("known experiments have %d configurable features but candidates have %d"
                    .formatted(known.configurable().columns(), pool.features().columns()));
        }
        boolean[] everywhere = new boolean[pool.size()];
        Arrays.fill(everywhere, true);
        return new Situation(
                known,
                Matrix.of(0, pool.features().columns(), new double[0]),
                pool,
                everywhere,
                Optional.of(Collections.nCopies(known.size(), true)),
                batch);
    }

    /** The same with experiments that were bought and not measured yet: p x c, encoded as the candidates. */
    public Situation withPending(Matrix experiments) {
        if (experiments.columns() != pool.features().columns()) {
            throw new IllegalArgumentException(
                    "pending experiments have %d configurable features but candidates have %d"
                            .formatted(experiments.columns(), pool.features().columns()));
        }
        return new Situation(known, experiments, pool, region, knownRegion, batch);
    }

    /**
     * The same with a declaration of where the product will be used; which known experiments lie there is not said.
     *
     * @param inside for each candidate whether it lies there; at least one does
     */
    public Situation withRegion(boolean[] inside) {
        if (inside.length != pool.size()) {
            throw new IllegalArgumentException("a region must say yes or no to each of %d candidates but says so to %d"
                    .formatted(pool.size(), inside.length));
        }
        boolean any = false;
        for (boolean in : inside) {
            any |= in;
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "the declared region has none of the %d candidates".formatted(pool.size()));
        }
        return new Situation(known, pending, pool, inside.clone(), Optional.empty(), batch);
    }

    /**
     * The same where known experiments are asked too.
     *
     * @param inside for each candidate whether it lies in the region; at least one does
     * @param knownInside for each known experiment likewise; maybe none
     */
    public Situation withRegion(boolean[] inside, boolean[] knownInside) {
        if (knownInside.length != known.size()) {
            throw new IllegalArgumentException(
                    "a region must say yes or no to each of %d known experiments but says so to %d"
                            .formatted(known.size(), knownInside.length));
        }
        return new Situation(
                known,
                pending,
                pool,
                withRegion(inside).region,
                Optional.of(IntStream.range(0, knownInside.length)
                        .mapToObj(row -> knownInside[row])
                        .toList()),
                batch);
    }

    public Dataset known() {
        return known;
    }

    /** p x c configurable features of experiments that were bought and not measured yet. */
    public Matrix pending() {
        return pending;
    }

    public Candidates pool() {
        return pool;
    }

    /** Whether a candidate lies where the product will be used; true for all if nothing was declared. */
    public boolean inRegion(int candidate) {
        return region[candidate];
    }

    /** For each known experiment whether it lies there; all do if no region was declared. Empty if nobody said. */
    public Optional<List<Boolean>> knownInRegion() {
        return knownRegion;
    }

    /** How many candidates will be taken at most. */
    public int batch() {
        return batch;
    }
}
