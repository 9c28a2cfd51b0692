package assay.crash.simulator;

/** What an archive keeps of the tests. */
public enum Archive {
    /** As real archives do: most times to fire are lost, and the target has the errors of sensors and laboratories. */
    AS_FOUND,
    /** Nothing is lost, and the target has no error but the label noise; other measurements keep theirs. */
    COMPLETE
}
