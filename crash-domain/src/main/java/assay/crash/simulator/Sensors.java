package assay.crash.simulator;

import assay.acquisition.Seed;
import assay.crash.Signal;

/**
 * What the sensors of one test wrote down: 10 or 12.5 kHz, from 20 to 50 ms before first contact to 160 ms after it, in g,
 * braking negative.
 *
 * <p>The car's sensor errs by 1 % in scale and 0.15 g in zero level, hums by 0.3 g, rings with the sheet it is bolted to,
 * and counts in steps of 0.1 to 0.2 g: four real sensors of one car differed by 8 g in their peaks. The chest's sensor hums
 * alike, and turns with the chest, so that it sees a little less than all of the deceleration along the car.
 *
 * @param car along the car
 * @param chest along the dummy's chest
 */
record Sensors(Signal car, Signal chest) {

    private static final double NOISE = 0.3;
    private static final double ZERO_LEVEL = 0.15;
    private static final double FULL_SCALE = 60;
    private static final double QUIET = 0.030;
    private static final double FADE_IN = 10e-3;

    /** What sensors without any error would show: 20 kHz, from 30 ms before first contact on. */
    static Sensors perfect(Crash crash) {
        int before = (int) Math.round(QUIET / crash.car().interval());
        return new Sensors(
                Signal.of(
                        crash.car().interval(),
                        -before,
                        sampled(crash.car(), crash.car().interval(), before)),
                Signal.of(
                        crash.chest().interval(),
                        -before,
                        sampled(crash.chest(), crash.chest().interval(), before)));
    }

    /** Records a crash. */
    static Sensors of(Crash crash, Fault fault, Seed seed) {
        Draw draw = new Draw(seed.derive("set-up").generator());
        double interval = draw.chance(0.3) ? 80e-6 : 100e-6;
        int before = (int) Math.round(draw.uniform(0.020, 0.050) / interval);
        int late = (int) Math.round(draw.uniform(0.003, 0.006) / interval);
        double scale = draw.normal(1, 0.01);
        double zero = draw.normal(0, ZERO_LEVEL);
        double chestZero = draw.normal(0, ZERO_LEVEL);
        double count = draw.uniform(0.1, 0.2);
        double turned = StrictMath.cos(draw.normal(0.15, 0.08));
        double frequency = draw.uniform(60, 200);
        double amplitude = draw.uniform(2, 5);
        Ringing local = new Ringing(frequency, amplitude, draw.uniform(15, 40), draw.uniform(0, 2 * Math.PI));

        double[] car = sampled(crash.car(), interval, before);
        double[] chest = sampled(crash.chest(), interval, before);
        Draw noise = new Draw(seed.derive("car noise").generator());
        Draw chestNoise = new Draw(seed.derive("chest noise").generator());
        Vibration vibration = new Vibration(local, interval);
        for (int k = 0; k < car.length; k++) {
            double ringing = k < before ? 0 : vibration.next() * Structure.clip((k - before) * interval / FADE_IN);
            double shown = scale * car[k] + ringing;
            car[k] = counted(faulty(shown, fault) + zero + noise.normal(0, NOISE), count);
            chest[k] = counted(turned * chest[k] + chestZero + chestNoise.normal(0, NOISE), count);
        }
        int first = fault == Fault.LATE ? -before - late : -before;
        return new Sensors(Signal.of(interval, first, car), Signal.of(interval, first, chest));
    }

    private static double faulty(double acceleration, Fault fault) {
        return switch (fault) {
            case NONE, LATE -> acceleration;
            case DEAD -> 0;
            case SATURATED -> Math.max(-FULL_SCALE, Math.min(FULL_SCALE, acceleration));
            case FLIPPED -> -acceleration;
        };
    }

    private static double counted(double acceleration, double count) {
        return count * Math.rint(acceleration / count);
    }

    /** A signal from first contact on at other times, straight between its samples, with zeros before first contact. */
    private static double[] sampled(Signal signal, double interval, int before) {
        double ratio = interval / signal.interval();
        int after = (int) Math.floor((signal.size() - 1) / ratio + 1e-9) + 1;
        double[] samples = new double[before + after];
        for (int k = 0; k < after; k++) {
            int index = Math.min((int) Math.floor(k * ratio + 1e-9), signal.size() - 1);
            int next = Math.min(index + 1, signal.size() - 1);
            double share = k * ratio - index;
            samples[before + k] = signal.sample(index) + share * (signal.sample(next) - signal.sample(index));
        }
        return samples;
    }
}
