package assay.crash.format;

/** How a test can be written. */
public enum CrashFormat {
    /** NHTSA's text format. It has no missing samples. */
    EV5,
    /** ISO/TS 13499, accelerations in m/s^2. */
    ISO_MME
}
