package assay.acquisition.problem;

import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Targets that are classes: how a number becomes one, and how some become wrong. */
final class Labels {

    /** OpenML's words. */
    static final List<String> BINARY = List.of("N", "P");

    private Labels() {}

    /**
     * OpenML's rule for numeric targets (its data sets 722, 727, 901): lower than the mean of all rows is P, others N.
     */
    static List<String> binarised(double[] targets) {
        double mean = Arrays.stream(targets).sum() / targets.length;
        return Arrays.stream(targets).mapToObj(y -> y < mean ? "P" : "N").toList();
    }

    /**
     * The labels with {@code share} of the rows, rounded to whole rows and drawn without replacement, replaced by
     * another class, each other class equally likely.
     */
    static List<String> flipped(List<String> labels, List<String> classes, double share, Seed seed) {
        int[] order = seed.derive("flipped rows").permutation(labels.size());
        RandomGenerator random = seed.derive("wrong classes").generator();
        List<String> wrong = new ArrayList<>(labels);
        long count = Math.round(share * labels.size());
        for (int i = 0; i < count; i++) {
            int right = classes.indexOf(labels.get(order[i]));
            int shift = 1 + random.nextInt(classes.size() - 1);
            wrong.set(order[i], classes.get((right + shift) % classes.size()));
        }
        return wrong;
    }

    /** Appends the target, flips included, to {@code table} and what was done to it to {@code truth}. */
    static void addTo(
            Columns table,
            Columns truth,
            String name,
            List<String> labels,
            List<String> classes,
            double share,
            Seed seed) {
        List<String> written = flipped(labels, classes, share, seed);
        List<String> differs = new ArrayList<>(labels.size());
        for (int row = 0; row < labels.size(); row++) {
            differs.add(Boolean.toString(!written.get(row).equals(labels.get(row))));
        }
        table.addTexts(name, Kind.CATEGORICAL, Role.TARGET, written);
        truth.addTexts("label", Kind.CATEGORICAL, Role.IGNORED, labels);
        truth.addTexts("flipped", Kind.CATEGORICAL, Role.IGNORED, differs);
    }
}
