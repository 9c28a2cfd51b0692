package assay.crash.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A unit as ISO-MME files write it and NHTSA's word for the same quantity.
 *
 * @param label as we write it
 * @param code NHTSA's, or its text where there is no code
 * @param factor from the label's to the code's unit
 */
record IsoUnit(String label, String code, double factor) {

    /** Standard gravity, m/s^2. */
    private static final double G = 9.80665;

    private static final List<IsoUnit> UNITS = List.of(
            new IsoUnit("m/(s*s)", "G'S", 1 / G),
            new IsoUnit("m/s**2", "G'S", 1 / G),
            new IsoUnit("m/s^2", "G'S", 1 / G),
            new IsoUnit("m/s2", "G'S", 1 / G),
            new IsoUnit("m/s\u00b2", "G'S", 1 / G),
            new IsoUnit("g", "G'S", 1),
            new IsoUnit("gn", "G'S", 1),
            new IsoUnit("g's", "G'S", 1),
            new IsoUnit("N", "NWT", 1),
            new IsoUnit("kN", "NWT", 1000),
            new IsoUnit("Nm", "NWM", 1),
            new IsoUnit("N*m", "NWM", 1),
            new IsoUnit("N.m", "NWM", 1),
            new IsoUnit("kNm", "NWM", 1000),
            new IsoUnit("mm", "MM", 1),
            new IsoUnit("cm", "MM", 10),
            new IsoUnit("m", "MM", 1000),
            new IsoUnit("km/h", "KPH", 1),
            new IsoUnit("m/s", "KPH", 3.6),
            new IsoUnit("deg", "DEG", 1),
            new IsoUnit("\u00b0", "DEG", 1),
            new IsoUnit("rad", "RAD", 1),
            new IsoUnit("deg/s", "DPS", 1),
            new IsoUnit("\u00b0/s", "DPS", 1),
            new IsoUnit("rad/s", "RPS", 1),
            new IsoUnit("rad/(s*s)", "RP2", 1),
            new IsoUnit("rad/s**2", "RP2", 1),
            new IsoUnit("rad/s^2", "RP2", 1),
            new IsoUnit("rad/s\u00b2", "RP2", 1),
            new IsoUnit("s", "SEC", 1),
            new IsoUnit("ms", "SEC", 1e-3),
            new IsoUnit("V", "VOL", 1),
            new IsoUnit("kPa", "KPA", 1),
            new IsoUnit("Pa", "KPA", 1e-3),
            new IsoUnit("bar", "KPA", 100),
            new IsoUnit("A", "AMPERES", 1),
            new IsoUnit("1", "NON", 1));

    /** The unit with this label, whatever its blanks. Letters count where two units differ by them only. */
    static Optional<IsoUnit> of(String label) {
        String written = label.replaceAll("[\\s\\[\\]]", "");
        Optional<IsoUnit> exact =
                UNITS.stream().filter(unit -> unit.label.equals(written)).findFirst();
        return exact.isPresent()
                ? exact
                : UNITS.stream()
                        .filter(unit -> unit.label.toLowerCase(Locale.ROOT).equals(written.toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    /** The unit in which we write samples of NHTSA's unit, if ISO-MME has one. */
    static Optional<IsoUnit> ofCode(String code) {
        return UNITS.stream().filter(unit -> unit.code.equals(code)).findFirst();
    }
}
