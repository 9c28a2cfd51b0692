package assay.crash.table;

import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Signal;
import assay.crash.criteria.ChestLoad;
import assay.crash.criteria.HeadInjury;
import assay.crash.criteria.LoadLine;
import assay.crash.criteria.RealOccupantLoad;
import assay.crash.signal.Clip;
import assay.crash.signal.Motion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the driver was stopped. Whatever the record does not determine is NaN.
 *
 * @param rolc ROLC_p and its line
 * @param ridedown ridedown efficiency up to the end of that line
 * @param chestPeak largest deceleration of the chest along x, CFC 180, g
 * @param chest3msContiguous level that the chest's resultant exceeds in one piece of 3 ms, g
 * @param chest3msCumulative level that it exceeds for 3 ms in total, g: FMVSS 208
 * @param severityIndex CSI of the chest's resultant
 * @param hic15 of the head's resultant, CFC 1000
 * @param hic36 the same with windows of up to 36 ms
 * @param official what the laboratory reported
 * @param remarks on channels, and on what does not agree with the laboratory
 */
public record DriverCriteria(
        RealOccupantLoad.Result rolc,
        double ridedown,
        double chestPeak,
        double chest3msContiguous,
        double chest3msCumulative,
        double severityIndex,
        HeadInjury hic15,
        HeadInjury hic36,
        Official official,
        List<Remark> remarks) {

    /** Copies the remarks. */
    public DriverCriteria {
        remarks = List.copyOf(remarks);
    }

    /**
     * What the laboratory wrote into the record. The field HIC is over 15 ms or 36 ms, depending on the year of the test; only
     * the length of its window tells.
     *
     * @param hic NaN if missing
     * @param hicWindow which of the two it is
     * @param chest3ms g; NaN if missing
     * @param severityIndex CSI; NaN if missing
     */
    public record Official(double hic, HicWindow hicWindow, double chest3ms, double severityIndex) {

        static Official of(Optional<Occupant> driver) {
            return driver.map(d -> new Official(
                            d.hic(), HicWindow.of(d.hicFrom(), d.hicTo()), d.chest3ms(), d.chestSeverityIndex()))
                    .orElse(new Official(Double.NaN, HicWindow.UNKNOWN, Double.NaN, Double.NaN));
        }

        Optional<Remark> explanation() {
            return Double.isNaN(hic)
                    ? Optional.empty()
                    : Optional.of(Remark.explanation(
                            "the laboratory's HIC of %s is %s".formatted(Words.number(hic), hicWindow.words())));
        }
    }

    /** Which head injury criterion a reported value is. */
    public enum HicWindow {
        /** The window is about 15 ms long: HIC15, at its limit. */
        HIC15("HIC15, since its window is 15 ms long"),
        /** The window is longer than 15 ms: HIC36. */
        HIC36("HIC36, since its window is longer than 15 ms"),
        /** The window is shorter than 15 ms: both criteria are the same. */
        BOTH("HIC15 and HIC36 alike, since its window is shorter than 15 ms"),
        /** The window was not reported. */
        UNKNOWN("HIC15 or HIC36: its window was not recorded");

        private static final double LIMIT = 15;
        private static final double ROUNDING = 0.15;

        private final String words;

        HicWindow(String words) {
            this.words = words;
        }

        /** What a value with this window is, and how one knows. */
        public String words() {
            return words;
        }

        /** @param from begin of the window in ms */
        static HicWindow of(double from, double to) {
            double length = to - from;
            if (!(length > 0)) {
                return UNKNOWN;
            }
            if (length > LIMIT + ROUNDING) {
                return HIC36;
            }
            return length < LIMIT - ROUNDING ? BOTH : HIC15;
        }
    }

    private static final double AGREEMENT = 0.05;

    /** @param chest the chosen sensors of the chest along x */
    static DriverCriteria of(
            CrashTest test, int vehicle, Optional<Motion> car, ChosenSensors chest, Assessment.Settings settings) {
        List<Remark> remarks = new ArrayList<>(chest.remarks());
        RealOccupantLoad.Result rolc = car.isPresent() && chest.motion().isPresent()
                ? settings.rolc().of(car.get(), chest.motion().get())
                : new RealOccupantLoad.Result(LoadLine.MISSING, RealOccupantLoad.Finding.NO_COUPLING);
        if (car.isPresent() && chest.motion().isPresent() && rolc.finding() != RealOccupantLoad.Finding.FOUND) {
            remarks.add(Remark.flag("no ROLC_p: " + rolc.finding().words()));
        }
        double ridedown = rolc.line().isMissing()
                ? Double.NaN
                : ChestLoad.ridedownEfficiency(
                        car.orElseThrow(),
                        chest.motion().orElseThrow(),
                        rolc.line().endTime());
        DriverSensors.Resultant chestResultant = DriverSensors.chestResultant(test, vehicle, settings.chest());
        DriverSensors.Resultant head = DriverSensors.headResultant(test, vehicle, settings.head());
        remarks.addAll(chestResultant.remarks());
        remarks.addAll(head.remarks());
        Optional<Signal> resultant = chestResultant.signal();
        DriverCriteria criteria = new DriverCriteria(
                rolc,
                ridedown,
                chest.motion().map(DriverCriteria::peak).orElse(Double.NaN),
                resultant.map(Clip.THREE_MILLISECONDS::contiguous).orElse(Double.NaN),
                resultant.map(Clip.THREE_MILLISECONDS::cumulative).orElse(Double.NaN),
                resultant.map(ChestLoad::severityIndex).orElse(Double.NaN),
                hic(head.signal(), HeadInjury.HIC15),
                hic(head.signal(), HeadInjury.HIC36),
                Official.of(test.occupant(vehicle, TestRules.DRIVER)),
                List.of());
        criteria.official().explanation().ifPresent(remarks::add);
        remarks.addAll(criteria.disagreements());
        return criteria.with(remarks);
    }

    private DriverCriteria with(List<Remark> others) {
        return new DriverCriteria(
                rolc,
                ridedown,
                chestPeak,
                chest3msContiguous,
                chest3msCumulative,
                severityIndex,
                hic15,
                hic36,
                official,
                others);
    }

    private static HeadInjury hic(Optional<Signal> resultant, double longest) {
        return resultant
                .map(signal -> HeadInjury.of(signal, longest))
                .orElse(new HeadInjury(Double.NaN, Double.NaN, Double.NaN));
    }

    private static double peak(Motion chest) {
        double peak = Double.NaN;
        for (int k = 0; k < chest.acceleration().size(); k++) {
            double deceleration = -chest.acceleration().sample(k);
            peak = deceleration > peak || Double.isNaN(peak) ? deceleration : peak;
        }
        return peak;
    }

    private List<Remark> disagreements() {
        List<Remark> remarks = new ArrayList<>();
        double hic = official.hicWindow() == HicWindow.HIC36 ? hic36.value() : hic15.value();
        if (official.hicWindow() != HicWindow.UNKNOWN) {
            compare("HIC", hic, official.hic()).ifPresent(remarks::add);
        }
        compare("the chest's 3 ms value", chest3msCumulative, official.chest3ms())
                .ifPresent(remarks::add);
        return remarks;
    }

    private static Optional<Remark> compare(String what, double ours, double theirs) {
        return Math.abs(ours - theirs) > AGREEMENT * theirs
                ? Optional.of(Remark.flag("%s is %s here, but %s in the laboratory's record"
                        .formatted(what, Words.number(ours), Words.number(theirs))))
                : Optional.empty();
    }
}
