package assay.reports;

import assay.acquisition.Pick;
import assay.acquisition.Role;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The chart of past tests, candidates and picks over two columns.
 *
 * @param choices what an axis can show
 * @param x the choice of the horizontal axis to begin with
 * @param y likewise of the vertical one
 * @param sampled a sentence for people if not all points are drawn, else empty
 * @param byValue whether past tests are coloured by value
 * @param json the points, safe inside a script element
 * @param library the script that draws them
 */
record Picture(List<Choice> choices, String x, String y, String sampled, boolean byValue, String json, String library) {

    /** More past tests, or candidates, than this are sampled. */
    static final int MOST_POINTS = 5000;

    static final String STRIP = "strip";
    static final String RESULT = "result";
    static final String VALUE = "value";

    private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

    /** One entry of a drop-down; {@code setting} entries suit both axes, the others only the vertical one. */
    record Choice(String key, String label, boolean setting) {}

    static Picture of(RankingReport report, List<Setting> settings) {
        Table history = report.history();
        Optional<Integer> target = history.schema().indexOf(Role.TARGET);
        boolean byValue = report.plan().valuation().isPresent();
        List<Choice> choices = new ArrayList<>();
        for (int s = 0; s < settings.size(); s++) {
            choices.add(new Choice(Integer.toString(s), settings.get(s).column().label(), true));
        }
        target.ifPresent(c ->
                choices.add(new Choice(RESULT, history.schema().columns().get(c).label() + ", measured", false)));
        if (byValue) {
            choices.add(new Choice(VALUE, "value of the past test", false));
        }
        choices.add(new Choice(STRIP, "nothing (spread out)", false));

        Set<Integer> picked = new HashSet<>();
        report.plan().picks().stream().map(Pick::candidate).forEach(picked::add);
        int[] others = IntStream.range(0, report.candidates().size())
                .filter(row -> !picked.contains(row))
                .toArray();
        int[] past = sample(IntStream.range(0, history.size()).toArray());
        int[] pool = sample(others);
        int[] axes = axes(history, settings);
        return new Picture(
                List.copyOf(choices),
                Integer.toString(axes[0]),
                axes.length > 1 ? Integer.toString(axes[1]) : STRIP,
                sentence(history.size(), others.length),
                byValue,
                new ChartData(report, settings, past, pool).json(),
                Resource.script(LIBRARY));
    }

    /** The one or two settings that tell most: numeric before categorical, many distinct cells before few. */
    private static int[] axes(Table history, List<Setting> settings) {
        Integer[] order = new Integer[settings.size()];
        Arrays.setAll(order, s -> s);
        long[] distinct = settings.stream()
                .mapToLong(s -> IntStream.range(0, history.size())
                        .mapToObj(row -> history.text(row, s.inHistory()))
                        .distinct()
                        .count())
                .toArray();
        Arrays.sort(
                order,
                (a, b) -> settings.get(a).isNumeric() != settings.get(b).isNumeric()
                        ? (settings.get(a).isNumeric() ? -1 : 1)
                        : Long.compare(distinct[b], distinct[a]));
        return Arrays.stream(order).limit(2).mapToInt(s -> s).toArray();
    }

    private static int[] sample(int[] rows) {
        if (rows.length <= MOST_POINTS) {
            return rows;
        }
        int[] order = new Seed(0).derive("points of the chart").permutation(rows.length);
        return Arrays.stream(order)
                .limit(MOST_POINTS)
                .sorted()
                .map(place -> rows[place])
                .toArray();
    }

    private static String sentence(int past, int candidates) {
        if (past <= MOST_POINTS && candidates <= MOST_POINTS) {
            return "";
        }
        String most = Decimals.WHOLE.write(MOST_POINTS);
        String part = "a fixed random sample of %s of the %s %s is drawn";
        String ofPast = part.formatted(most, Decimals.WHOLE.write(past), "past tests");
        String ofPool = part.formatted(most, Decimals.WHOLE.write(candidates), "candidates");
        String both = past > MOST_POINTS && candidates > MOST_POINTS
                ? ofPast + ", and " + ofPool
                : past > MOST_POINTS ? ofPast : ofPool;
        return "To keep the chart quick, " + both + "; every pick is drawn.";
    }
}
