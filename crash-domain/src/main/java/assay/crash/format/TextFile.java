package assay.crash.format;

import assay.crash.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text from laboratories all over the world: UTF-8 where every byte agrees, else Windows-1252, else Latin-1.
 *
 * @param file for messages
 * @param lines without their ends, LF, CR LF or CR; line number is index + 1
 */
record TextFile(String file, List<String> lines) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** @throws DamagedFileException if there is a NUL byte, which text has not */
    static TextFile of(String file, byte[] bytes) {
        int line = 1;
        for (byte b : bytes) {
            if (b == 0) {
                throw new DamagedFileException(new Problem(
                        file, line, "", "binary data", "text", "Maybe the file was overwritten: fetch it again"));
            }
            line += b == '\n' ? 1 : 0;
        }
        return new TextFile(file, split(decode(bytes)));
    }

    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS)) {
            try {
                text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                break;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
