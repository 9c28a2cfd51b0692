package assay.campaigns.cli;

import assay.valuation.Ame;
import assay.valuation.Banzhaf;
import assay.valuation.BetaShapley;
import assay.valuation.ClassWiseShapley;
import assay.valuation.DataOob;
import assay.valuation.DataShapley;
import assay.valuation.Effort;
import assay.valuation.InfluenceSubsample;
import assay.valuation.LeaveOneOut;
import assay.valuation.Metric;
import java.util.Set;

/** The methods that retrain, with the settings of the command line. */
final class RetrainingSettings {

    /**
     * Settings that say how long to go on, and change nothing of what was trained before: a checkpoint serves whatever they
     * are.
     */
    static final Set<String> OF_LENGTH = Set.of("models", "seconds", "precision", "stability");

    private RetrainingSettings() {}

    static DataShapley dataShapley(Settings settings) {
        DataShapley defaults = DataShapley.DEFAULT;
        return new DataShapley(
                settings.choice("sampling", defaults.sampling()),
                settings.number("tolerance", defaults.tolerance()),
                effort(settings, defaults.effort()));
    }

    static BetaShapley betaShapley(Settings settings) {
        BetaShapley defaults = BetaShapley.DEFAULT;
        return new BetaShapley(
                settings.number("alpha", defaults.alpha()),
                settings.number("beta", defaults.beta()),
                settings.choice("sampling", defaults.sampling()),
                settings.number("tolerance", defaults.tolerance()),
                effort(settings, defaults.effort()));
    }

    static Banzhaf banzhaf(Settings settings) {
        return new Banzhaf(effort(settings, Banzhaf.DEFAULT.effort()));
    }

    static ClassWiseShapley classWise(Settings settings) {
        ClassWiseShapley defaults = ClassWiseShapley.DEFAULT;
        return new ClassWiseShapley(
                settings.choice("others", defaults.others()),
                settings.choice("sampling", defaults.sampling()),
                settings.number("tolerance", defaults.tolerance()),
                effort(settings, defaults.effort()));
    }

    static Ame ame(Settings settings) {
        Ame defaults = Ame.DEFAULT;
        return new Ame(
                settings.numbers("p", defaults.probabilities()),
                settings.choice("scaling", defaults.scaling()),
                settings.choice("fit", defaults.fit()),
                effort(settings, defaults.effort()));
    }

    static InfluenceSubsample influenceSubsample(Settings settings) {
        InfluenceSubsample defaults = InfluenceSubsample.DEFAULT;
        return new InfluenceSubsample(settings.number("share", defaults.share()), effort(settings, defaults.effort()));
    }

    static LeaveOneOut leaveOneOut(Settings settings) {
        LeaveOneOut defaults = LeaveOneOut.DEFAULT;
        Effort effort = defaults.effort();
        return new LeaveOneOut(
                settings.integer("repeats", defaults.repeats()),
                settings.choice("metric", Metric.class).map(effort::withMetric).orElse(effort));
    }

    static DataOob dataOob(Settings settings) {
        return new DataOob(effort(settings, DataOob.DEFAULT.effort()));
    }

    private static Effort effort(Settings settings, Effort defaults) {
        return new Effort(
                settings.integer("models", defaults.models()),
                settings.number("precision", defaults.precision()),
                settings.number("stability", defaults.stability()),
                settings.choice("metric", Metric.class));
    }
}
