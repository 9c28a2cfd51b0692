package assay.crash.format;

import assay.crash.Signal;
import java.util.List;
import java.util.Optional;

/**
 * One file of UDS-1992: a header and one or more curves, in records of 512 bytes. Layout as in the file description of
 * NHTSA-Tools; units become those of NHTSA's database whatever DIMSYS says.
 *
 * @param file for messages
 * @param declared how many curves the header says there are
 * @param test fields of the test
 * @param vehicles of up to two components
 * @param occupants of up to two components
 * @param restraints of the occupants
 * @param curves in the order of the file
 */
record UdsFile(
        String file,
        int declared,
        Row test,
        List<Row> vehicles,
        List<Row> occupants,
        List<Row> restraints,
        List<Curve> curves) {

    /**
     * A curve.
     *
     * @param row its fields
     * @param record number of its header record, 1-based
     * @param samples empty if they are damaged or not there
     */
    record Curve(Row row, int record, Optional<Signal> samples) {}
}
