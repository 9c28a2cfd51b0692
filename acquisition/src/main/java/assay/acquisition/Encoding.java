package assay.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The one place where experiments as written ({@link Table}) become experiments as computed ({@link Dataset},
 * {@link Candidates}). Everything it knows, it learnt from the training rows. Immutable.
 *
 * <ul>
 *   <li>Configurable columns come first, then measured ones, each in file order.
 *   <li>A number becomes (x - mean) / sd, with the population sd of the training rows; a missing one becomes the mean,
 *       and a column with missing training cells has a second feature that is 1 where the cell is missing.
 *   <li>A category becomes one feature per level seen in training, 1 or 0: two levels are sqrt(2) apart, as far as two
 *       independent standardised numbers are on average. Missing is a level of its own if training had it. A level that
 *       training did not have is 0 everywhere.
 *   <li>A column that is constant in training is left out ({@link #constantColumns()}), but for a number that is a pixel.
 *   <li>The target of a regression is standardised likewise ({@link #targetInUnits}).
 * </ul>
 */
public final class Encoding {

    /** What becomes of numbers. */
    public enum Scaling {
        /** They are brought to mean 0 and standard deviation 1. */
        STANDARDISED,
        /** They stay. */
        RAW,
        /** They stay, and so do columns that are constant in training: for images, whose pixels have their places. */
        PIXELS
    }

    /** How features are made from one column. */
    private record Codec(Column column, double mean, double sd, boolean missingFlag, List<String> levels) {

        int width() {
            return column.kind() == Kind.NUMERIC ? (missingFlag ? 2 : 1) : levels.size();
        }

        void encode(Table table, int columnIndex, int row, double[] into, int offset) {
            if (column.kind() == Kind.NUMERIC) {
                double number = table.number(row, columnIndex);
                into[offset] = Double.isNaN(number) ? 0 : (number - mean) / sd;
                if (missingFlag) {
                    into[offset + 1] = Double.isNaN(number) ? 1 : 0;
                }
            } else {
                int level = levels.indexOf(table.text(row, columnIndex));
                if (level >= 0) {
                    into[offset + level] = 1;
                }
            }
        }

        List<String> names() {
            if (column.kind() == Kind.NUMERIC) {
                return missingFlag ? List.of(column.name(), column.name() + " missing") : List.of(column.name());
            }
            return levels.stream()
                    .map(level -> column.name() + "=" + (level.isEmpty() ? "missing" : level))
                    .toList();
        }
    }

    private final List<Codec> codecs;
    private final List<Column> constantColumns;
    private final int configurableFeatures;
    private final Optional<Column> target;
    private final Task task;
    private final double targetMean;
    private final double targetSd;

    private Encoding(
            List<Codec> codecs,
            List<Column> constantColumns,
            Optional<Column> target,
            Task task,
            double mean,
            double sd) {
        this.codecs = codecs;
        this.constantColumns = constantColumns;
        this.configurableFeatures = codecs.stream()
                .filter(c -> c.column().role() == Role.CONFIGURABLE)
                .mapToInt(Codec::width)
                .sum();
        this.target = target;
        this.task = task;
        this.targetMean = mean;
        this.targetSd = sd;
    }

    /**
     * Learns how to encode from training rows.
     *
     * @param train with a TARGET column without missing cells
     * @param task the target's
     */
    public static Encoding fit(Table train, Task task, Scaling scaling) {
        List<Codec> codecs = new ArrayList<>();
        List<Column> constant = new ArrayList<>();
        for (Role role : List.of(Role.CONFIGURABLE, Role.MEASURED)) {
            for (int c = 0; c < train.schema().columns().size(); c++) {
                Column column = train.schema().columns().get(c);
                if (column.role() == role) {
                    codec(train, c, scaling).ifPresentOrElse(codecs::add, () -> constant.add(column));
                }
            }
        }
        int targetIndex = train.schema()
                .indexOf(Role.TARGET)
                .orElseThrow(() -> new IllegalArgumentException("the training table has no TARGET column"));
        Column target = train.schema().columns().get(targetIndex);
        double mean = 0;
        double sd = 1;
        if (task instanceof Task.Regression && scaling == Scaling.STANDARDISED) {
            double[] numbers = train.numbers(targetIndex);
            mean = mean(numbers);
            sd = standardDeviation(numbers, mean);
            if (!(sd > 0)) {
                throw new IllegalArgumentException(
                        "target %s is constant (%s): there is nothing to learn".formatted(target.name(), mean));
            }
        }
        return new Encoding(codecs, constant, Optional.of(target), task, mean, sd);
    }

    /** The classes among the target cells of a table, as they are written, sorted; numbers by value. */
    public static List<String> classes(Table table) {
        int target = table.schema().indexOf(Role.TARGET).orElseThrow();
        boolean numeric = table.schema().columns().get(target).kind() == Kind.NUMERIC;
        Comparator<Integer> order = numeric
                ? Comparator.comparingDouble(row -> table.number(row, target))
                : Comparator.comparing(row -> table.text(row, target));
        return IntStream.range(0, table.size())
                .filter(row -> !table.isMissing(row, target))
                .boxed()
                .sorted(order)
                .map(row -> table.text(row, target))
                .distinct()
                .toList();
    }

    private static Optional<Codec> codec(Table train, int index, Scaling scaling) {
        Column column = train.schema().columns().get(index);
        if (column.kind() == Kind.CATEGORICAL) {
            TreeSet<String> levels = new TreeSet<>();
            for (int row = 0; row < train.size(); row++) {
                levels.add(train.text(row, index));
            }
            return levels.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Codec(column, 0, 1, false, List.copyOf(levels)));
        }
        double[] all = train.numbers(index);
        double[] present = Arrays.stream(all).filter(x -> !Double.isNaN(x)).toArray();
        double mean = mean(present);
        double sd = standardDeviation(present, mean);
        boolean missing = present.length < all.length;
        if (!(sd > 0) && !(missing && present.length > 0) && scaling != Scaling.PIXELS) {
            return Optional.empty();
        }
        boolean raw = scaling != Scaling.STANDARDISED;
        return Optional.of(
                new Codec(column, raw && !missing ? 0 : mean, raw || !(sd > 0) ? 1 : sd, missing, List.of()));
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElse(0);
    }

    /** Population standard deviation; 0 where all numbers are equal, whatever the rounding of their mean. */
    private static double standardDeviation(double[] x, double mean) {
        if (Arrays.stream(x).allMatch(v -> v == x[0])) {
            return 0;
        }
        return Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    }

    /** One name per feature: {@code mass}, {@code mass missing}, {@code body=SUV}. */
    public List<String> featureNames() {
        return codecs.stream().flatMap(c -> c.names().stream()).toList();
    }

    /** How many leading features come from configurable columns. */
    public int configurableFeatures() {
        return configurableFeatures;
    }

    /** Input columns that have the same cell in every training row, and so no feature. */
    public List<Column> constantColumns() {
        return constantColumns;
    }

    /** The levels that training rows have in a categorical input column; empty for other columns. */
    public List<String> levels(String column) {
        return codecs.stream()
                .filter(c -> c.column().name().equals(column))
                .findFirst()
                .map(Codec::levels)
                .orElse(List.of());
    }

    public Task task() {
        return task;
    }

    /** A standardised target, or prediction of one, in the units of the target column. */
    public double targetInUnits(double standardised) {
        return standardised * targetSd + targetMean;
    }

    /**
     * Encodes experiments with known targets.
     *
     * @param table has all input columns and the target, found by name
     */
    public Dataset dataset(Table table) {
        Column column = target.orElseThrow();
        int index = indexOf(table, column);
        double[] targets = new double[table.size()];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = target(table, row, index);
        }
        return new Dataset(table.ids(), encode(table, codecs), configurableFeatures, targets, task);
    }

    private double target(Table table, int row, int index) {
        if (task instanceof Task.Classification classification) {
            String name = table.text(row, index);
            int position = classification.classes().indexOf(name);
            if (position < 0) {
                throw new IllegalArgumentException("class %s of row %d does not occur in the training rows %s"
                        .formatted(name, row, classification.classes()));
            }
            return position;
        }
        return (table.number(row, index) - targetMean) / targetSd;
    }

    /**
     * Encodes candidates: their configurable columns alone.
     *
     * @param table has all configurable columns, found by name, and may have a COST column; without one each costs 1
     */
    public Candidates candidates(Table table) {
        List<Codec> known = codecs.stream()
                .filter(c -> c.column().role() == Role.CONFIGURABLE)
                .toList();
        double[] costs = table.schema().indexOf(Role.COST).map(table::numbers).orElseGet(() -> {
            double[] ones = new double[table.size()];
            Arrays.fill(ones, 1);
            return ones;
        });
        return new Candidates(table.ids(), encode(table, known), costs);
    }

    private static Matrix encode(Table table, List<Codec> codecs) {
        int width = codecs.stream().mapToInt(Codec::width).sum();
        double[] values = new double[table.size() * width];
        int offset = 0;
        for (Codec codec : codecs) {
            int index = indexOf(table, codec.column());
            for (int row = 0; row < table.size(); row++) {
                codec.encode(table, index, row, values, row * width + offset);
            }
            offset += codec.width();
        }
        return Matrix.over(table.size(), width, values);
    }

    private static int indexOf(Table table, Column column) {
        return table.schema()
                .indexOf(column.name())
                .orElseThrow(() -> new IllegalArgumentException("the table has no column %s".formatted(column.name())));
    }
}
