package assay.campaigns.csv;

import java.util.List;

/** Input files that cannot be worked with: exit code 3. Carries all their problems at once. */
public final class InvalidDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidDataException(List<Problem> problems) {
        super(problems.stream()
                .filter(Problem::isError)
                .map(Problem::describe)
                .findFirst()
                .orElse("invalid data"));
        this.problems = List.copyOf(problems);
    }

    /** Errors and warnings, in file order. */
    public List<Problem> problems() {
        return problems;
    }
}
