package io.qunbot.plugins.campaigns;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.util.List;

/** The same words for each member of a segment, to themselves, when it is time. */
public final class CampaignsPlugin implements Plugin<CampaignsSettings> {

    static final String NAME = "campaigns";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<CampaignsSettings> settingsType() {
        return CampaignsSettings.class;
    }

    @Override
    public Stage create(CampaignsSettings settings, PluginServices services) {
        return new CampaignsStage(settings, services);
    }

    @Override
    public List<Spoken> says(CampaignsSettings settings) {
        return settings.list().stream().map(Located::value).map(mailing -> new Spoken(mailing.say().value(),
                mailing.say().place(), List.of(ChatKind.CUSTOMER))).toList();
    }

    @Override
    public void check(CampaignsSettings settings, PluginServices services, Problems problems) {
        new CampaignsCheck(settings, services, problems).check();
    }
}
