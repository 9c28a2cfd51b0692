package assay.campaigns.cli;

/** What the process says to the shell that called it. */
final class ExitCode {

    static final int OK = 0;
    static final int SOFTWARE = 1;
    static final int USAGE = 2;
    static final int INVALID_DATA = 3;
    static final int NOTHING_TO_DO = 5;

    private ExitCode() {}
}
