package assay.campaigns.rules;

/** A word where a number is needed, or the other way round. */
final class KindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KindException(String message) {
        super(message);
    }
}
