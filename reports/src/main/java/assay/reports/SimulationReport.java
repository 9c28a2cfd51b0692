package assay.reports;

import assay.acquisition.trial.Comparison;
import assay.acquisition.trial.MeanCurve;
import java.util.List;
import java.util.Objects;

/**
 * Everything that the page about a simulation shows.
 *
 * @param title heading of the page
 * @param loss what the loss is called, such as RMSE
 * @param repeats how many trials
 * @param bought tests of a campaign
 * @param baseline the mean curve of random choice, with its name
 * @param baselineRuns how many runs it is the mean of
 * @param comparisons of the other strategies with it
 * @param curves of the same strategies, in the same order
 * @param origin how the simulation came about
 */
public record SimulationReport(
        String title,
        String loss,
        int repeats,
        int bought,
        MeanCurve baseline,
        int baselineRuns,
        List<Comparison> comparisons,
        List<MeanCurve> curves,
        RankingReport.Origin origin) {

    /** Checks that curves and comparisons are of the same strategies. */
    public SimulationReport {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(loss, "loss");
        comparisons = List.copyOf(comparisons);
        curves = List.copyOf(curves);
        List<String> compared = comparisons.stream().map(Comparison::arm).toList();
        List<String> drawn = curves.stream().map(MeanCurve::arm).toList();
        if (!compared.equals(drawn)) {
            throw new IllegalArgumentException(
                    "the curves are of %s but the comparisons of %s".formatted(drawn, compared));
        }
    }
}
