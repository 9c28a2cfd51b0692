package assay.crash.table;

import java.util.List;

/**
 * Where on a car an accelerometer may sit whose signal is the car's, best first: the centre of gravity, then left and right
 * pairs behind the passenger compartment, then other places behind the firewall. Engine, brakes, dashboard and steering
 * column are not here: they move on their own.
 */
enum SensorPlace {
    CENTRE_OF_GRAVITY("centre of gravity", "VECG"),
    REAR_FLOOR("rear floor pan", "FLLR", "FLRR"),
    REAR_SILL("rear sills", "DSLR", "DSRR"),
    REAR_SEAT("rear seat", "SELR", "SERR"),
    REAR_CROSSMEMBER("rear frame crossmember", "FRCR"),
    REAR_SEAT_TRACK("rear of the seat tracks", "STLR", "STRR"),
    FRONT_FLOOR("front floor pan", "FLLF", "FLRF"),
    FLOOR("floor pan", "FLOR"),
    TUNNEL("floor tunnel", "FLTU"),
    B_PILLAR("B pillars", "BPLL", "BPLR"),
    FRONT_SILL("front sills", "DSLF", "DSRF"),
    FRONT_SEAT_TRACK("front of the seat tracks", "STLF", "STRF"),
    SIDE_RAIL("side rails of the frame", "FRSL", "FRSR"),
    FRONT_CROSSMEMBER("front frame crossmember", "FRCF"),
    TRUNK_FLOOR("trunk floor", "TRFC"),
    REAR_DECK("rear deck", "REDK");

    private final String words;
    private final List<String> attachments;

    SensorPlace(String words, String... attachments) {
        this.words = words;
        this.attachments = List.of(attachments);
    }

    String words() {
        return words;
    }

    /** One code, or those of the left and the right one. */
    List<String> attachments() {
        return attachments;
    }

    boolean isPair() {
        return attachments.size() == 2;
    }
}
