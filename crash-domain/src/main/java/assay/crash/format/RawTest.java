package assay.crash.format;

import java.util.List;

/**
 * A test as a file tells it.
 *
 * @param file the header, for messages
 * @param id of the test, without leading zeros
 * @param comments in addition to the field TSTCOM
 */
record RawTest(
        String file,
        String id,
        Row test,
        List<Row> vehicles,
        List<Row> barriers,
        List<Row> occupants,
        List<Row> restraints,
        List<Row> channels,
        List<String> comments) {

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The name of a test from that of its file: v07292 is test 7292, other names stay as they are. */
    static String id(String name) {
        String digits =
                name.length() > 1 && (name.charAt(0) == 'v' || name.charAt(0) == 'V') ? name.substring(1) : name;
        if (!isNumber(digits)) {
            return name;
        }
        String number = digits.replaceFirst("^0+", "");
        return number.isEmpty() ? "0" : number;
    }
}
