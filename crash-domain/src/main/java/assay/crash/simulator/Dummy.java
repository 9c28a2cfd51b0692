package assay.crash.simulator;

/**
 * The dummy, two masses on a spine, and the knee bolster in front of it.
 *
 * @param chestMass kg, m_c
 * @param pelvisMass kg, m_p
 * @param spineStiffness N/m, k_t
 * @param spineDamping N s/m, c_t
 * @param kneeStiffness N/m, k_k
 * @param kneeGap m before the knees reach the bolster, g_k
 * @param kneeForce N at which the bolster gives way, F_k
 */
record Dummy(
        double chestMass,
        double pelvisMass,
        double spineStiffness,
        double spineDamping,
        double kneeStiffness,
        double kneeGap,
        double kneeForce) {

    /** Checks the bounds. */
    Dummy {
        Bound.above(0, "chest mass [kg]", chestMass);
        Bound.above(0, "pelvis mass [kg]", pelvisMass);
        Bound.atLeast(0, "spine stiffness [N/m]", spineStiffness);
        Bound.atLeast(0, "spine damping [N s/m]", spineDamping);
        Bound.above(0, "knee bolster stiffness [N/m]", kneeStiffness);
        Bound.atLeast(0, "knee gap [m]", kneeGap);
        Bound.above(0, "knee bolster force [N]", kneeForce);
    }
}
