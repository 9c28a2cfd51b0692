package assay.crash.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The fields of NHTSA's records in the order of the EV5 format (Test Reference Guide, volume I, version 5, 2014), and which
 * of their numbers mean that there is no number.
 */
final class NhtsaFields {

    /** How ISO 13499 writes a missing value; no field of NHTSA has it as a text. */
    static final String NO_VALUE = "NOVALUE";

    static final List<String> TEST =
            words("VERNO TITLE TSTOBJ TSTDAT TSTPRF CONNO TSTREF TSTTYP TSTCFN TKSURF TKCOND TEMP "
                    + "RECTYP LINK CLSSPD IMPANG OFFSET IMPPNT TOTCRV TSTCOM");

    static final List<String> VEHICLE = vehicle();

    static final List<String> BARRIER = words("BARRIG BARSHP BARANG BARDIA BARCOM");

    static final List<String> OCCUPANT =
            words("VEHNO OCCLOC OCCTYP OCCAGE OCCSEX OCCHT OCCWT MTHCAL DUMSIZ DUMMAN DUMMOD "
                    + "DUMDSC HH HW HR HS CD CS AD HD KD HB NB CB KB SEPOSN CNTRH1 CNTRH2 CNTRC1 CNTRC2 CNTRL1 CNTRL2 HIC T1 T2 "
                    + "CLIP3M LFEM RFEM CSI LBELT SBELT TTI PELVG OCCCOM");

    static final List<String> RESTRAINT = words("VEHNO OCCLOC RSTNO RSTTYP RSTMNT DEPLOY RSTCOM");

    static final List<String> INSTRUMENTATION =
            words("VEHNO CURNO SENTYP SENLOC SENATT AXIS XUNITS YUNITS PREFIL INSMAN "
                    + "CALDAT INSRAT CHLMAX INIVEL NFP NLP DELT DASTAT CHSTAT INSCOM");

    /** Missing in any field. */
    private static final double NOWHERE = 99_999_999;

    /** Missing in these fields only. */
    private static final Map<String, Set<Double>> NONE =
            Map.of("CSI", Set.of(9999.), "OCCHT", Set.of(9999.), "OCCWT", Set.of(999.), "PREFIL", Set.of(99_999.));

    /**
     * Numbers that cannot be 0, so that 0 says that nobody knew: masses, lengths, years, peaks of measured signals. Angles,
     * offsets, speeds and damage profiles can.
     */
    private static final Set<String> NEVER_ZERO =
            Set.copyOf(words("VEHTWT CURBWT WHLBAS VEHLEN VEHWID VEHCG YEAR CRHDST CS "
                    + "HIC T1 T2 CLIP3M LFEM RFEM CSI LBELT SBELT PELVG BARDIA PREFIL"));

    private NhtsaFields() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static List<String> vehicle() {
        List<String> fields =
                new ArrayList<>(words("VEHNO MAKE MODEL YEAR NHTSANO BODY VIN ENGINE ENGDSP TRANSM VEHTWT CURBWT "
                        + "WHLBAS VEHLEN VEHWID VEHCG STRSEP COLMEC MODIND MODDSC"));
        IntStream.rangeClosed(1, 21).forEach(i -> fields.add("BX" + i));
        fields.addAll(words(
                "VEHSPD CRBANG PDOF BMPENG SILENG APLENG DPD1 DPD2 DPD3 DPD4 DPD5 DPD6 VDI LENCNT DAMDST CRHDST"));
        IntStream.rangeClosed(1, 21).forEach(i -> fields.add("AX" + i));
        fields.addAll(words("CARANG VEHOR VEHCOM"));
        return List.copyOf(fields);
    }

    /** Whether a number in a field says that there is none. */
    static boolean isMissing(String field, double number) {
        return number == NOWHERE
                || number == 0 && NEVER_ZERO.contains(field)
                || NONE.getOrDefault(field, Set.of()).contains(number);
    }
}
