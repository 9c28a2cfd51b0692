package assay.crash.format;

import assay.crash.Problem;

/** A file that cannot be used at all; caught where its test or its archive is left out. */
final class DamagedFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    DamagedFileException(Problem problem) {
        super(problem.describe());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
