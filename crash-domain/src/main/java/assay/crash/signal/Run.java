package assay.crash.signal;

/** An unbroken run of samples: {@code from} inclusive to {@code to} exclusive, counted from the first sample. */
record Run(int from, int to) {

    /** The run that holds first contact, or the first run of a record that starts later; empty if there is none. */
    static Run aroundContact(double[] samples, int firstIndex) {
        int inside = Math.max(0, -firstIndex);
        if (firstIndex > 0) {
            while (inside < samples.length && Double.isNaN(samples[inside])) {
                inside++;
            }
        }
        if (inside >= samples.length || Double.isNaN(samples[inside])) {
            return new Run(0, 0);
        }
        int from = inside;
        while (from > 0 && !Double.isNaN(samples[from - 1])) {
            from--;
        }
        int to = inside;
        while (to < samples.length && !Double.isNaN(samples[to])) {
            to++;
        }
        return new Run(from, to);
    }

    int length() {
        return to - from;
    }
}
