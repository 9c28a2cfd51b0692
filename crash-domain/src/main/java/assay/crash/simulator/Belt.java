package assay.crash.simulator;

/**
 * The three-point belt, with what winds it up and what lets it out.
 *
 * @param slack m of webbing that is loose over the chest, s_b
 * @param pretension m that the pretensioner pulls in; 0 without one, r_pt
 * @param stiffness N/m beyond the toe region, k_b
 * @param geometry force on the chest per force in the webbing, kappa
 * @param level1 N at which the limiter lets webbing out, F1
 * @param level2 N after the switch, F2; as {@code level1} where there is one level
 * @param switchTime s after first contact, t_sw
 * @param lapStiffness N/m, k_l
 * @param lapSlack m of loose webbing over the pelvis before the pretensioner takes its part, s_l0
 */
record Belt(
        double slack,
        double pretension,
        double stiffness,
        double geometry,
        double level1,
        double level2,
        double switchTime,
        double lapStiffness,
        double lapSlack) {

    /** What webbing and anchors yield at where there is no limiter, in N. */
    static final double WITHOUT_LIMITER = 8500;

    /** Checks the bounds. */
    Belt {
        Bound.atLeast(0, "belt slack [m]", slack);
        Bound.atLeast(0, "pretension [m]", pretension);
        Bound.above(0, "belt stiffness [N/m]", stiffness);
        Bound.above(0, "belt geometry", geometry);
        Bound.above(0, "belt force level 1 [N]", level1);
        Bound.above(0, "belt force level 2 [N]", level2);
        Bound.atLeast(0, "switch time [s]", switchTime);
        Bound.above(0, "lap belt stiffness [N/m]", lapStiffness);
        Bound.atLeast(0, "lap belt slack [m]", lapSlack);
    }

    /** The same belt with one level. */
    Belt withLevel(double level) {
        return new Belt(slack, pretension, stiffness, geometry, level, level, switchTime, lapStiffness, lapSlack);
    }

    Belt withSlack(double other) {
        return new Belt(other, pretension, stiffness, geometry, level1, level2, switchTime, lapStiffness, lapSlack);
    }

    Belt withPretension(double other) {
        return new Belt(slack, other, stiffness, geometry, level1, level2, switchTime, lapStiffness, lapSlack);
    }

    Belt withStiffness(double other) {
        return new Belt(slack, pretension, other, geometry, level1, level2, switchTime, lapStiffness, lapSlack);
    }
}
