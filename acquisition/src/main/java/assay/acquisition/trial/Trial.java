package assay.acquisition.trial;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Encoding;
import assay.acquisition.Table;
import assay.acquisition.Task;

/**
 * Experiments with known results, dealt into a campaign that could have been: what it starts with, what it may buy, and
 * what its models are tested on. Encoded by what the start shows, and nothing else.
 *
 * @param encoding learnt from the start
 * @param start known from the beginning
 * @param offer what may be bought, as an acquirer sees it
 * @param results of the offer, in its order; an acquirer never sees one that it has not bought
 * @param test never bought
 */
public record Trial(Encoding encoding, Dataset start, Candidates offer, Dataset results, Dataset test) {

    /** Checks that every candidate has a result. */
    public Trial {
        if (offer.size() != results.size()) {
            throw new IllegalArgumentException("an offer of %d candidates needs as many results but got %d"
                    .formatted(offer.size(), results.size()));
        }
    }

    /**
     * Encodes three tables of one schema.
     *
     * @param pool its COST column, if it has one, is the price of a candidate
     */
    public static Trial of(Table start, Table pool, Table test, Task task) {
        Encoding encoding = Encoding.fit(start, task, Encoding.Scaling.STANDARDISED);
        return new Trial(
                encoding,
                encoding.dataset(start),
                encoding.candidates(pool),
                encoding.dataset(pool),
                encoding.dataset(test));
    }
}
