package assay.acquisition.problem;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How a problem is made harder, or more like a history of real tests.
 *
 * @param noise standard deviation of the Gaussian noise, >= 0, in units of the target; of a point cloud, in units of its
 *     coordinates; if empty, as published
 * @param inert how many inputs that the target ignores are appended, 0 .. 1000, uniform in [0, 1)
 * @param form what the target is written as
 * @param flipped share of the rows that get a wrong class, 0 .. 1, rounded to whole rows
 * @param extras columns to add
 */
public record GenerationOptions(
        OptionalDouble noise, int inert, TargetForm form, double flipped, Set<ExtraColumn> extras) {

    /** The problem as published. */
    public static final GenerationOptions DEFAULT =
            new GenerationOptions(OptionalDouble.empty(), 0, TargetForm.AS_PUBLISHED, 0, Set.of());

    private static final int MOST_INERT = 1000;

    /** Checks the bounds. */
    public GenerationOptions {
        if (noise.isPresent() && !(noise.getAsDouble() >= 0 && noise.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "noise (%s) must be a finite number of at least 0".formatted(noise.getAsDouble()));
        }
        if (inert < 0 || inert > MOST_INERT) {
            throw new IllegalArgumentException("inert (%d) must be between 0 and %d".formatted(inert, MOST_INERT));
        }
        if (!(flipped >= 0 && flipped <= 1)) {
            throw new IllegalArgumentException("flip (%s) must be a share between 0 and 1".formatted(flipped));
        }
        extras = Set.copyOf(extras);
    }

    /** The same with noise of this standard deviation. */
    public GenerationOptions withNoise(double deviation) {
        return new GenerationOptions(OptionalDouble.of(deviation), inert, form, flipped, extras);
    }

    /** The same with this many inert inputs. */
    public GenerationOptions withInert(int count) {
        return new GenerationOptions(noise, count, form, flipped, extras);
    }

    /** The same with another form of the target. */
    public GenerationOptions withForm(TargetForm other) {
        return new GenerationOptions(noise, inert, other, flipped, extras);
    }

    /** The same with this share of wrong classes. */
    public GenerationOptions withFlipped(double share) {
        return new GenerationOptions(noise, inert, form, share, extras);
    }

    /** The same with one more column. */
    public GenerationOptions with(ExtraColumn extra) {
        Set<ExtraColumn> more = EnumSet.of(extra);
        more.addAll(extras);
        return new GenerationOptions(noise, inert, form, flipped, more);
    }
}
