package org.jkeepalived.config.advice;

import java.util.List;
import org.jkeepalived.config.declaration.Origins;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.host.HostFacts;

/** Every piece of advice. */
public final class Advice {
    private static final List<Adviser> ADVISERS = List.of(new WeightBelowGap(), new WeightCut(),
            new NopreemptWithWeight(), new AddressOutsidePrefix(), new AddressIsOwn(), new ImpliedOwner(),
            new SourceNotHere(), new PeerIsOwn(), new TimeoutAboveInterval(), new ShortTimeout(),
            new ProcessNameCheck(), new ScriptStopsDaemon(), new ScriptWritable(), new GarpZero(),
            new StrictSilencesAddress(), new SlowTakeover(), new GroupDiffers());

    private Advice() {}

    /**
     * Gives all advice there is.
     *
     * @param draft after the rules
     */
    public static void give(ConfigurationDraft draft, Findings findings, HostFacts facts, Origins origins) {
        findings.in(Part.VRRP);
        Survey survey = new Survey(draft, findings, facts, origins);
        ADVISERS.forEach(adviser -> adviser.advise(survey));
    }
}
