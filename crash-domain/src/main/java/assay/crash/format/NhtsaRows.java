package assay.crash.format;

import assay.crash.Barrier;
import assay.crash.Channel;
import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Restraint;
import assay.crash.Signal;
import assay.crash.Vehicle;
import java.util.LinkedHashMap;
import java.util.Map;

/** From the words of {@code assay.crash} to rows in NHTSA's field names: what {@link NhtsaWords} does, backwards. */
final class NhtsaRows {

    private NhtsaRows() {}

    /** A number in its shortest form that reads back the same; empty for NaN. */
    static String number(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static String word(Code code) {
        return code.code().isEmpty() ? code.text() : code.code();
    }

    static Map<String, String> test(CrashTest test) {
        Map<String, String> row = new LinkedHashMap<>(test.others());
        row.put("TITLE", test.title());
        row.put("TSTDAT", test.date().map(Dates::ev5).orElse(""));
        row.put("TSTPRF", word(test.performer()));
        row.put("TSTREF", test.reference());
        row.put("TSTTYP", word(test.type()));
        row.put("TSTCFN", word(test.configuration()));
        row.put("CLSSPD", number(test.closingSpeed()));
        row.put("IMPANG", number(test.impactAngle()));
        row.put("OFFSET", number(test.offset()));
        row.put("TOTCRV", Integer.toString(test.channels().size()));
        row.put("TSTCOM", String.join(" ", test.comments()));
        return row;
    }

    static Map<String, String> vehicle(Vehicle vehicle) {
        Map<String, String> row = new LinkedHashMap<>(vehicle.others());
        row.put("VEHNO", Integer.toString(vehicle.number()));
        row.put("MAKE", word(vehicle.make()));
        row.put("MODEL", word(vehicle.model()));
        row.put("YEAR", number(vehicle.year()));
        row.put("BODY", word(vehicle.body()));
        row.put("VEHTWT", number(vehicle.testMass()));
        row.put("CURBWT", number(vehicle.curbMass()));
        row.put("WHLBAS", number(vehicle.wheelbase()));
        row.put("VEHLEN", number(vehicle.length()));
        row.put("VEHWID", number(vehicle.width()));
        row.put("VEHCG", number(vehicle.centreOfGravity()));
        row.put("VEHSPD", number(vehicle.speed()));
        row.put("CRBANG", number(vehicle.crabAngle()));
        row.put("PDOF", number(vehicle.forceDirection()));
        row.put("CRHDST", number(vehicle.staticCrush()));
        row.put("VEHCOM", vehicle.comment());
        return row;
    }

    static Map<String, String> barrier(Barrier barrier) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("BARRIG", word(barrier.rigidity()));
        row.put("BARSHP", word(barrier.shape()));
        row.put("BARANG", number(barrier.angle()));
        row.put("BARDIA", number(barrier.diameter()));
        row.put("BARCOM", barrier.comment());
        return row;
    }

    static Map<String, String> occupant(Occupant occupant) {
        Map<String, String> row = new LinkedHashMap<>(occupant.others());
        row.put("VEHNO", Integer.toString(occupant.vehicle()));
        row.put("OCCLOC", word(occupant.location()));
        row.put("OCCTYP", word(occupant.type()));
        row.put("OCCSEX", word(occupant.sex()));
        row.put("DUMSIZ", word(occupant.size()));
        row.put("CS", number(occupant.chestToSteeringWheel()));
        row.put("HIC", number(occupant.hic()));
        row.put("T1", number(occupant.hicFrom()));
        row.put("T2", number(occupant.hicTo()));
        row.put("CLIP3M", number(occupant.chest3ms()));
        row.put("LFEM", number(occupant.leftFemur()));
        row.put("RFEM", number(occupant.rightFemur()));
        row.put("CSI", number(occupant.chestSeverityIndex()));
        row.put("LBELT", number(occupant.lapBelt()));
        row.put("SBELT", number(occupant.shoulderBelt()));
        row.put("PELVG", number(occupant.pelvis()));
        row.put("OCCCOM", occupant.comment());
        return row;
    }

    static Map<String, String> restraint(Restraint restraint) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("VEHNO", Integer.toString(restraint.vehicle()));
        row.put("OCCLOC", word(restraint.location()));
        row.put("RSTNO", Integer.toString(restraint.number()));
        row.put("RSTTYP", word(restraint.type()));
        row.put("RSTMNT", word(restraint.mount()));
        row.put("DEPLOY", word(restraint.deployment()));
        row.put("RSTCOM", restraint.comment());
        return row;
    }

    static Map<String, String> channel(Channel channel) {
        Map<String, String> row = new LinkedHashMap<>(channel.others());
        row.put("VEHNO", Integer.toString(channel.vehicle()));
        row.put("CURNO", Integer.toString(channel.number()));
        row.put("SENTYP", word(channel.sensor()));
        row.put("SENLOC", word(channel.location()));
        row.put("SENATT", word(channel.attachment()));
        row.put("AXIS", word(channel.axis()));
        row.put("YUNITS", word(channel.unit()));
        row.put("PREFIL", number(channel.prefilter()));
        row.put("INIVEL", number(channel.initialVelocity()));
        row.put("DASTAT", word(channel.dataStatus()));
        row.put("CHSTAT", word(channel.channelStatus()));
        row.put("INSCOM", channel.comment());
        channel.signal().ifPresent(signal -> {
            row.put("NFP", Integer.toString(signal.firstIndex()));
            row.put("NLP", Integer.toString(signal.firstIndex() + signal.size() - 1));
            row.put("DELT", number(microseconds(signal)));
        });
        return row;
    }

    /** To a millionth of a microsecond, so that 1e-4 s are 100. */
    private static double microseconds(Signal signal) {
        return Math.rint(signal.interval() * 1e12) / 1e6;
    }
}
