package assay.acquisition.problem;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import java.util.List;

/** One input of a synthetic problem: how it is called, and how its values are spread. */
public sealed interface Input {

    /** As in its paper. */
    String name();

    /** The input as a column known before a test. */
    Column column();

    /**
     * The value below which the given share of draws lies.
     *
     * @param share 0 .. 1, where 1 itself is only meant for continuous inputs
     */
    double at(double share);

    /**
     * Any number between two values.
     *
     * @param low smallest value; of a point cloud, where most values lie
     * @param high largest value, more than {@code low}
     */
    record Continuous(String name, String unit, double low, double high) implements Input {

        /** Checks that there is something between. */
        public Continuous {
            if (!(low < high)) {
                throw new IllegalArgumentException(
                        "low (%s) of input %s must be less than its high (%s)".formatted(low, name, high));
            }
        }

        @Override
        public Column column() {
            return new Column(name, Kind.NUMERIC, Role.CONFIGURABLE, unit);
        }

        @Override
        public double at(double share) {
            return low + share * (high - low);
        }
    }

    /**
     * One of a few numbers, all equally likely.
     *
     * @param values in ascending order
     */
    record Discrete(String name, List<Double> values) implements Input {

        /** Copies the values. */
        public Discrete {
            values = List.copyOf(values);
        }

        @Override
        public Column column() {
            return new Column(name, Kind.NUMERIC, Role.CONFIGURABLE, "");
        }

        @Override
        public double at(double share) {
            return values.get((int) (share * values.size()));
        }
    }

    /**
     * One of a few words, all equally likely; formulas see its position in the list.
     *
     * @param levels the words
     */
    record Categorical(String name, List<String> levels) implements Input {

        /** Copies the words. */
        public Categorical {
            levels = List.copyOf(levels);
        }

        @Override
        public Column column() {
            return new Column(name, Kind.CATEGORICAL, Role.CONFIGURABLE, "");
        }

        @Override
        public double at(double share) {
            return (int) (share * levels.size());
        }
    }
}
