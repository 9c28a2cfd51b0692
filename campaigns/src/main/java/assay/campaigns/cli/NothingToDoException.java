package assay.campaigns.cli;

/** The command was understood and there is nothing left for it to do: exit code 5. */
final class NothingToDoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToDoException(String message) {
        super(message);
    }
}
