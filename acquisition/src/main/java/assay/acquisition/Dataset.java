package assay.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What has been paid for, as models see it: n encoded experiments with their targets. Immutable.
 *
 * <p>The configurable features come first, so that the view {@link #configurable()} lines up with the features of
 * {@link Candidates} from the same {@link Encoding}.
 */
public final class Dataset {

    private final List<String> ids;
    private final Matrix features;
    private final int configurableFeatures;
    private final double[] targets;
    private final Task task;

    /**
     * @param ids n names
     * @param features n x d, encoded
     * @param configurableFeatures how many leading features are known before an experiment is run, 0 .. d
     * @param targets n: standardised numbers, or positions of classes in {@code task}
     */
    public Dataset(List<String> ids, Matrix features, int configurableFeatures, double[] targets, Task task) {
        if (ids.size() != features.rows() || targets.length != features.rows()) {
            throw new IllegalArgumentException("%d rows of features need as many ids and targets, but got %d and %d"
                    .formatted(features.rows(), ids.size(), targets.length));
        }
        if (configurableFeatures < 0 || configurableFeatures > features.columns()) {
            throw new IllegalArgumentException(
                    "configurableFeatures (%d) must be between 0 and the number of features (%d)"
                            .formatted(configurableFeatures, features.columns()));
        }
        for (int row = 0; row < targets.length; row++) {
            double target = targets[row];
            boolean valid = task instanceof Task.Classification
                    ? target >= 0 && target < task.outputs() && target == Math.rint(target)
                    : Double.isFinite(target);
            if (!valid) {
                throw new IllegalArgumentException(
                        "target %s of row %d is not possible in %s".formatted(target, row, task));
            }
        }
        this.ids = List.copyOf(ids);
        this.features = features;
        this.configurableFeatures = configurableFeatures;
        this.targets = targets.clone();
        this.task = task;
    }

    /** A dataset with row numbers for ids, all of whose features are configurable. */
    public static Dataset of(Matrix features, double[] targets, Task task) {
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < features.rows(); row++) {
            ids.add(Integer.toString(row));
        }
        return new Dataset(ids, features, features.columns(), targets, task);
    }

    public int size() {
        return targets.length;
    }

    public List<String> ids() {
        return ids;
    }

    /** n x d. */
    public Matrix features() {
        return features;
    }

    /** The leading features, those known before an experiment is run: n x c. */
    public Matrix configurable() {
        return configurableFeatures == features.columns() ? features : features.leadingColumns(configurableFeatures);
    }

    public double target(int row) {
        return targets[row];
    }

    /** n numbers, or positions of classes. */
    public double[] targets() {
        return targets.clone();
    }

    public Task task() {
        return task;
    }

    /** The given rows, in the given order. */
    public Dataset select(int[] rows) {
        return new Dataset(
                Arrays.stream(rows).mapToObj(ids::get).toList(),
                features.select(rows),
                configurableFeatures,
                Arrays.stream(rows).mapToDouble(r -> targets[r]).toArray(),
                task);
    }

    /** These experiments, followed by others of the same encoding. */
    public Dataset with(Dataset others) {
        if (!task.equals(others.task) || configurableFeatures != others.configurableFeatures) {
            throw new IllegalArgumentException("experiments of another encoding cannot be added");
        }
        List<String> allIds = new ArrayList<>(ids);
        allIds.addAll(others.ids);
        double[] allTargets = Arrays.copyOf(targets, targets.length + others.targets.length);
        System.arraycopy(others.targets, 0, allTargets, targets.length, others.targets.length);
        return new Dataset(allIds, features.above(others.features), configurableFeatures, allTargets, task);
    }

    /** The same experiments with other targets. */
    public Dataset withTargets(double[] others) {
        return new Dataset(ids, features, configurableFeatures, others, task);
    }

    /** The same experiments with other features, as many. */
    public Dataset withFeatures(Matrix others) {
        return new Dataset(ids, others, configurableFeatures, targets, task);
    }
}
