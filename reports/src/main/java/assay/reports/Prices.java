package assay.reports;

import assay.acquisition.DiversityPrice;
import assay.acquisition.Plan;
import assay.acquisition.RulePrice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the rules on a batch and its diversity cost.
 *
 * @param rules the dearest first; empty without rules
 * @param diversity the smallest preselection first; empty if no values are expected
 */
record Prices(List<RuleRow> rules, List<DiversityRow> diversity) {

    /** The price of one rule. */
    record RuleRow(String name, Cell picks, Cell share, Cell expected) {}

    /** One point of the curve. */
    record DiversityRow(int preselection, Cell givenUp, Cell expected, Cell spread) {}

    /** Absent if there is nothing to tell. */
    static Optional<Prices> of(Plan plan) {
        if (plan.prices().isEmpty() && plan.diversity().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Prices(
                plan.prices().stream().map(Prices::row).toList(),
                plan.diversity().stream().map(Prices::row).toList()));
    }

    private static RuleRow row(RulePrice price) {
        return new RuleRow(
                price.rule(),
                Cell.of(price.picks(), Decimals.WHOLE),
                percent(price.share()),
                Cell.of(price.expectedValue(), Decimals.THREE));
    }

    private static DiversityRow row(DiversityPrice price) {
        return new DiversityRow(
                price.preselection(),
                percent(price.givenUp()),
                Cell.of(price.expectedValue(), Decimals.THREE),
                Cell.of(price.spread(), Decimals.TWO));
    }

    private static Cell percent(double share) {
        return Double.isFinite(share)
                ? new Cell(String.format(Locale.ROOT, "%.1f %%", 100 * share), Double.toString(share))
                : Cell.of("");
    }
}
