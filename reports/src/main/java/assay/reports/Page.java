package assay.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the template of the page fills in, top to bottom.
 *
 * @param nextBest absent if there are no candidates beyond the batch
 * @param prices absent if there are no rules and no values are expected
 * @param values absent if the past tests were not valued
 * @param chart absent if no column is configurable
 * @param facts name and value, in the order to print them
 */
record Page(
        String title,
        RankingReport.Origin origin,
        Verdict verdict,
        Ranking ranking,
        Optional<Ranking> nextBest,
        Optional<Prices> prices,
        Optional<ValueDistribution> values,
        Optional<Picture> chart,
        List<Map.Entry<String, String>> facts) {

    static Page of(RankingReport report) {
        List<Setting> settings = Setting.of(report);
        return new Page(
                report.title(),
                report.origin(),
                Verdict.of(report.plan(), report.currency()),
                Ranking.of(report, settings, report.plan().picks(), 1),
                report.nextBest().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Ranking.of(
                                report,
                                settings,
                                report.nextBest(),
                                report.plan().picks().size() + 1)),
                Prices.of(report.plan()),
                report.plan().valuation().map(v -> ValueDistribution.of(v, report.history(), settings)),
                settings.isEmpty() ? Optional.empty() : Optional.of(Picture.of(report, settings)),
                facts(report));
    }

    private static List<Map.Entry<String, String>> facts(RankingReport report) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry("made", report.origin().date()));
        facts.add(Map.entry("by", report.origin().version()));
        facts.add(Map.entry("asked for", report.plan().asked()));
        facts.add(Map.entry("used", report.plan().used()));
        report.plan().valuation().ifPresent(v -> facts.add(Map.entry("values", v.provenance())));
        facts.add(Map.entry("past tests", Decimals.WHOLE.write(report.history().size())));
        facts.add(
                Map.entry("candidates", Decimals.WHOLE.write(report.candidates().size())));
        facts.addAll(report.origin().settings().entrySet());
        return List.copyOf(facts);
    }
}
