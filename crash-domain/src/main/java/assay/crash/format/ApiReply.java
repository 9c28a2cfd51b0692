package assay.crash.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reply of one of the {@code get-*} services of NHTSA: rows of one section, with names of their own and every number a
 * string. Which test it is about stands in the rows, else in the address that was asked, else in the name of the file.
 *
 * @param test number of the test
 * @param section such as {@code VEHICLE}
 * @param rows in NHTSA's field names
 */
record ApiReply(String test, String section, List<Row> rows) {

    /** Section, field and the service's name for it, odd spelling included; the first name tells the section. */
    private static final Map<String, Map<String, String>> FIELDS = fields("""
            INSTRUMENTATION curveNo CURNO, vehicleNo VEHNO, sensorType SENTYPD, sensorLocation SENLOCD, \
            sensorAttachment SENATTD, axisDirofSensor AXISD, dataMeasurementUnits YUNITSD, unit YUNITSD, dataStatus DASTATD, \
            channelStatus CHSTATD, numberofFirstPoint NFP, numberofLastPoint NLP, timeIncrement DELT, \
            instrumentationCommentary INSCOM, prefilterFrequency PREFIL, initialVelocity INIVEL
            RESTRAINT restraintType RSTTYPD, vehicleNo VEHNO, occupantLocation OCCLOCD, restraintNo RSTNO, \
            restraintMount RSTMNTD, inflationer/BeltPretensionerDeployment DEPLOYD, restraintCommentary RSTCOM
            OCCUPANT occupantType OCCTYPD, vehicleNo VEHNO, occupantLocation OCCLOCD, dummySizePercentile DUMSIZD, \
            occupantSex OCCSEX, occupantAge OCCAGE, headInjuryCriterion HIC, lowerBoundaryofHICTimeInterval T1, \
            upperBoundaryofHICTimeInterval T2, millisecClipt CLIP3M, millisecCliptDoraxRegionPeakAcceleration CLIP3M, \
            leftFemurPeakLoadMeasure LFEM, rightFemurPeakLoadMeasure RFEM, chestSeverityIndex CSI, \
            lapBeltPeakLoadMeasurement LBELT, shoulderBeltPeakLoadMeasurement SBELT, occupantCommentary OCCCOM
            BARRIER barrierShape BARSHPD, rigidOrDeformableBarrier BARRIGD, angleofFixedBarrier BARANG, \
            diameterofPoleBarrier BARDIA, barrierCommentary BARCOM
            VEHICLE vehicleMake MAKED, bodyType BODYD, vehicleNo VEHNO, vehicleModel MODELD, modelYear YEAR, engineType ENGINED, \
            vehicleTestWeight VEHTWT, curbWeight CURBWT, wheelbase WHLBAS, vehicleLength VEHLEN, vehicleWidth VEHWID, \
            vehicleSpeed VEHSPD, vaxCrushDistance CRHDST, vehicleCommentary VEHCOM
            TEST testConfiguration TSTCFND, testNo TSTNO, testReferenceNo TSTREF, testType TSTTYPD, testDate TSTDAT, \
            contractorStudyTitle TITLE, testPerformer TSTPRFD, impactAngle IMPANG, testConfigurationKey TSTCFN, \
            offsetDistance OFFSET, closingSpeed CLSSPD
            """);

    private static final Pattern ADDRESS =
            Pattern.compile("/get-([a-z-]+)/(?:(\\d{1,2})/)?(\\d+)(?:/([^/?]+))?/?(?:\\?.*)?$");
    private static final Pattern NUMBER = Pattern.compile("(\\d{3,6})");

    private static Map<String, Map<String, String>> fields(String text) {
        Map<String, Map<String, String>> fields = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            String[] parts = line.split(" ", 2);
            Map<String, String> section = new LinkedHashMap<>();
            for (String pair : parts[1].split(",\\s*")) {
                section.put(pair.split(" ")[0], pair.split(" ")[1]);
            }
            fields.put(parts[0], Collections.unmodifiableMap(section));
        }
        return Collections.unmodifiableMap(fields);
    }

    /** The replies in a file, one a test; none if it holds something else, or nothing. */
    static List<ApiReply> of(String file, JsonValue json) {
        String address = json.get("meta").get("pagination").get("currentUrl").text();
        Matcher asked = ADDRESS.matcher(address);
        boolean known = asked.find();
        Map<String, List<Row>> byTest = new LinkedHashMap<>();
        Optional<String> section = Optional.empty();
        List<JsonValue> rows = json.has("results") ? json.get("results").objects() : json.objects();
        for (JsonValue row : rows) {
            Optional<String> its = section(row);
            if (its.isEmpty() || section.isPresent() && !section.equals(its)) {
                continue;
            }
            section = its;
            String number = row.get("testNo").text();
            if (!RawTest.isNumber(number)) {
                number = known ? asked.group(3) : numberIn(file);
            }
            if (number.isEmpty()) {
                continue;
            }
            Map<String, String> place = new HashMap<>();
            if (known && asked.group(2) != null) {
                place.put("VEHNO", asked.group(2));
            }
            if (known && asked.group(4) != null) {
                place.put("OCCLOCD", decode(asked.group(4)));
            }
            byTest.computeIfAbsent(RawTest.id("v" + number), key -> new ArrayList<>())
                    .add(translate(row.row(file), FIELDS.get(its.get())).merge(Row.of(file, row.line(), place)));
        }
        List<ApiReply> replies = new ArrayList<>();
        for (Map.Entry<String, List<Row>> test : byTest.entrySet()) {
            replies.add(new ApiReply(test.getKey(), section.orElseThrow(), test.getValue()));
        }
        return replies;
    }

    private static Optional<String> section(JsonValue row) {
        return FIELDS.keySet().stream()
                .filter(name -> FIELDS.get(name).keySet().stream().limit(2).anyMatch(key -> isOf(row, name, key)))
                .findFirst();
    }

    /** vehicleNo and testNo stand in rows of all sections. */
    private static boolean isOf(JsonValue row, String section, String key) {
        return row.has(key) && !key.equals("vehicleNo") && !key.equals("testNo");
    }

    private static Row translate(Row row, Map<String, String> names) {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        row.cells().forEach((name, text) -> {
            String field = names.getOrDefault(name, name);
            if (cells.getOrDefault(field, "").isEmpty()) {
                cells.put(field, text);
                lines.put(field, row.lineOf(name));
            }
        });
        return new Row(row.file(), row.line(), cells, lines);
    }

    private static String numberIn(String file) {
        Matcher matcher = NUMBER.matcher(file.replace('\\', '/'));
        String last = "";
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }

    /** Blanks of an address. */
    private static String decode(String part) {
        return part.replace("%20", " ").replace('+', ' ');
    }
}
