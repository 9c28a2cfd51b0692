package assay.reports;

import assay.acquisition.trial.Comparison;
import assay.acquisition.trial.MeanCurve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The learning curve of one strategy beside that of random choice, in a drawing of {@value #WIDTH} x {@value #HEIGHT}. The band is as wide as the 95 %
 * interval of the difference after each round: where it leaves the curve of random choice out, they differ there.
 *
 * @param strategy whose curve it is
 * @param verdict in words
 * @param says the same for those who do not see it
 * @param random points of a line
 * @param curve points of a line
 * @param band points of an area; empty for a single trial
 * @param dots what is known at each point
 * @param across ticks of the numbers of tests
 * @param up ticks of the loss
 */
record Panel(
        String strategy,
        String verdict,
        String says,
        String random,
        String curve,
        String band,
        List<Dot> dots,
        List<Tick> across,
        List<Tick> up) {

    static final int WIDTH = 340;
    static final int HEIGHT = 230;
    static final int LEFT = 52;
    static final int TOP = 10;
    static final int RIGHT = 12;
    static final int BASE = 186;

    /** A point of the curve and what it says. */
    record Dot(String x, String y, String says) {}

    /** A labelled place on an axis. */
    record Tick(String at, String label) {}

    /** From numbers of tests and losses to places; the same for all panels. */
    private record Frame(double fewest, double most, double least, double highest) {

        String x(double labelled) {
            return at(LEFT + (WIDTH - LEFT - RIGHT) * (labelled - fewest) / (most - fewest));
        }

        String y(double loss) {
            return at(BASE - (BASE - TOP) * (loss - least) / (highest - least));
        }

        private static String at(double place) {
            return String.format(Locale.ROOT, "%.1f", place);
        }
    }

    static List<Panel> all(MeanCurve random, List<MeanCurve> curves, List<Comparison> comparisons, String loss) {
        Frame frame = frame(random, curves);
        return IntStream.range(0, curves.size())
                .mapToObj(i -> of(random, curves.get(i), comparisons.get(i), loss, frame))
                .toList();
    }

    private static Frame frame(MeanCurve random, List<MeanCurve> curves) {
        List<MeanCurve> all = new ArrayList<>(curves);
        all.add(random);
        double fewest = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (MeanCurve curve : all) {
            for (MeanCurve.Point point : curve.points()) {
                fewest = Math.min(fewest, point.labelled());
                most = Math.max(most, point.labelled());
                least = Math.min(least, point.loss() - half(point));
                highest = Math.max(highest, point.loss() + half(point));
            }
        }
        double room = highest > least ? 0.04 * (highest - least) : Math.max(Math.abs(highest), 1) / 2;
        return new Frame(fewest, most > fewest ? most : fewest + 1, least - room, highest + room);
    }

    /** Half of the interval of a difference; 0 if it is unknown. */
    private static double half(MeanCurve.Point point) {
        double half = (point.againstBaseline().upper() - point.againstBaseline().lower()) / 2;
        return Double.isFinite(half) ? half : 0;
    }

    private static Panel of(MeanCurve random, MeanCurve curve, Comparison comparison, String loss, Frame frame) {
        Ticks up = Ticks.between(frame.least(), frame.highest());
        Ticks across = Ticks.between(frame.fewest(), frame.most());
        Decimals decimals = Decimals.fitting(
                curve.points().stream().mapToDouble(MeanCurve.Point::loss).toArray());
        MeanCurve.Point end = curve.points().get(curve.points().size() - 1);
        MeanCurve.Point other = random.points().get(random.points().size() - 1);
        String verdict = comparison.verdict().against("random");
        return new Panel(
                curve.arm(),
                verdict,
                "%s of %s and of random choice over the tests known: %s; at the end %s and %s."
                        .formatted(
                                loss, curve.arm(), verdict, decimals.write(end.loss()), decimals.write(other.loss())),
                line(random, frame),
                line(curve, frame),
                comparison.trials() < 2 ? "" : band(curve, frame),
                curve.points().stream()
                        .map(point -> new Dot(
                                frame.x(point.labelled()),
                                frame.y(point.loss()),
                                "%s tests: %s, random %s"
                                        .formatted(
                                                Decimals.WHOLE.write(Math.rint(point.labelled())),
                                                decimals.write(point.loss()),
                                                decimals.write(point.loss()
                                                        - point.againstBaseline()
                                                                .mean()))))
                        .toList(),
                across.places().stream()
                        .map(place -> new Tick(frame.x(place), across.decimals().write(place)))
                        .toList(),
                up.places().stream()
                        .map(place -> new Tick(frame.y(place), up.decimals().write(place)))
                        .toList());
    }

    private static String line(MeanCurve curve, Frame frame) {
        return curve.points().stream()
                .map(point -> frame.x(point.labelled()) + "," + frame.y(point.loss()))
                .collect(Collectors.joining(" "));
    }

    private static String band(MeanCurve curve, Frame frame) {
        List<String> there = new ArrayList<>();
        List<String> back = new ArrayList<>();
        for (MeanCurve.Point point : curve.points()) {
            there.add(frame.x(point.labelled()) + "," + frame.y(point.loss() + half(point)));
            back.add(frame.x(point.labelled()) + "," + frame.y(point.loss() - half(point)));
        }
        Collections.reverse(back);
        there.addAll(back);
        return String.join(" ", there);
    }
}
