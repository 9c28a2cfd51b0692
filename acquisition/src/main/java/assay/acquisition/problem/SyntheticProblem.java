package assay.acquisition.problem;

import assay.acquisition.Seed;
import assay.acquisition.Table;
import java.util.List;

/** A source of made-up tests: inputs, and what a test of them would measure. Immutable. */
public sealed interface SyntheticProblem permits ResponseSurface, PointCloud {

    /** As on the command line. */
    String name();

    /** One line: what it is, and where it was published. */
    String description();

    /** The inputs, in file order, without inert ones. */
    List<Input> inputs();

    /**
     * Runs made-up tests.
     *
     * <p>Of a formula with a numeric target the first rows of a longer history are those of a shorter one, dates apart:
     * they, classes and flips look at all rows.
     *
     * @param rows at least 1; at least 2 where a number becomes a class; at least the number of classes of a point cloud;
     *     at most 20,000,000 divided by the number of inputs
     * @return columns in the order id, date, inputs, inert inputs, measured columns, cost, target
     */
    GeneratedTests generate(int rows, GenerationOptions options, Seed seed);

    /**
     * Draws tests that have not been run, from the same inputs: id, inputs, inert inputs, and cost if asked for.
     *
     * @param rows as in {@link #generate}, whose rows share no id with these
     */
    Table candidates(int rows, GenerationOptions options, Seed seed);
}
