package assay.crash.table;

/** Which accelerometers may be averaged into the car's acceleration. */
public enum CarChannels {
    /** Those marked primary: one record for each place. */
    PRIMARY,
    /** Second sensors at the same places too, where laboratories fit them: a little less noise from the structure. */
    WITH_REDUNDANT
}
