package assay.acquisition.trial;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Encoding;
import assay.acquisition.Table;
import assay.acquisition.Task;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Experiments with known results, dealt into a campaign that could have been: what it starts with, what it may buy, and
 * what its models are tested on.
 *
 * @param encoding learnt from the start and nothing else; absent if the experiments were encoded before, and then scores are in
 *     encoded units
 * @param start known from the beginning
 * @param offer what may be bought, as a strategy sees it
 * @param results of the offer, in its order; a strategy never sees one that it has not bought
 * @param test never bought
 * @param startRegion for each known from the beginning whether it lies where the product will be used
 * @param region for each of the offer likewise
 */
public record Trial(
        Optional<Encoding> encoding,
        Dataset start,
        Candidates offer,
        Dataset results,
        Dataset test,
        List<Boolean> startRegion,
        List<Boolean> region) {

    /** Checks that every candidate has a result. */
    public Trial {
        if (offer.size() != results.size() || offer.size() != region.size()) {
            throw new IllegalArgumentException(
                    "an offer of %d candidates needs as many results, and yes or no to the region, but got %d and %d"
                            .formatted(offer.size(), results.size(), region.size()));
        }
        if (start.size() != startRegion.size()) {
            throw new IllegalArgumentException(
                    "a start of %d experiments needs as many yes or no to the region but got %d"
                            .formatted(start.size(), startRegion.size()));
        }
        startRegion = List.copyOf(startRegion);
        region = List.copyOf(region);
    }

    /** As {@link #of(Table, Table, Table, Task, Encoding.Scaling)}, standardised. */
    public static Trial of(Table start, Table pool, Table test, Task task) {
        return of(start, pool, test, task, Encoding.Scaling.STANDARDISED);
    }

    /**
     * Encodes three tables of one schema; the product is used everywhere.
     *
     * @param pool its COST column, if it has one, is the price of a candidate
     */
    public static Trial of(Table start, Table pool, Table test, Task task, Encoding.Scaling scaling) {
        Encoding encoding = Encoding.fit(start, task, scaling);
        return new Trial(
                Optional.of(encoding),
                encoding.dataset(start),
                encoding.candidates(pool),
                encoding.dataset(pool),
                encoding.dataset(test),
                Collections.nCopies(start.size(), true),
                Collections.nCopies(pool.size(), true));
    }

    /** Deals experiments that are encoded already; each costs 1. */
    public static Trial of(Dataset known, Deal deal) {
        Dataset start = known.select(deal.start());
        Dataset results = known.select(deal.pool());
        double[] costs = new double[results.size()];
        Arrays.fill(costs, 1);
        return new Trial(
                Optional.empty(),
                start,
                new Candidates(results.ids(), results.configurable(), costs),
                results,
                known.select(deal.test()),
                Collections.nCopies(start.size(), true),
                Collections.nCopies(results.size(), true));
    }

    /**
     * The same where the product will be used in a part only.
     *
     * @param startInside for each known from the beginning whether it lies there
     * @param inside for each of the offer likewise
     */
    public Trial withRegion(boolean[] startInside, boolean[] inside) {
        return new Trial(encoding, start, offer, results, test, list(startInside), list(inside));
    }

    private static List<Boolean> list(boolean[] answers) {
        return IntStream.range(0, answers.length).mapToObj(i -> answers[i]).toList();
    }
}
