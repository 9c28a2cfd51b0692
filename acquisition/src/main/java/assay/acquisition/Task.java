package assay.acquisition;

import java.util.List;

/** What the target is: a number, or one of a list of classes. */
public sealed interface Task {

    /** How many columns a prediction has: 1 for a number, one probability per class otherwise. */
    int outputs();

    /** The target is a number. */
    record Regression() implements Task {
        @Override
        public int outputs() {
            return 1;
        }
    }

    /**
     * The target is a class; targets and predictions refer to it by its position in the list.
     *
     * @param classes at least two names, sorted
     */
    record Classification(List<String> classes) implements Task {

        /** Checks that there is something to tell apart. */
        public Classification {
            classes = List.copyOf(classes);
            if (classes.size() < 2) {
                throw new IllegalArgumentException(
                        "classification needs at least 2 classes but found %s".formatted(classes));
            }
        }

        @Override
        public int outputs() {
            return classes.size();
        }
    }
}
