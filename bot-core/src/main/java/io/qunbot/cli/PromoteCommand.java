package io.qunbot.cli;

import com.google.gson.reflect.TypeToken;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code qunbot promote [PROFILE]}: what was tried in a few groups is for all. */
@Command(name = "promote", mixinStandardHelpOptions = true, description = "让试点的新版对所有群生效 / what is tried in a few groups becomes the version of all")
final class PromoteCommand extends Context implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "PROFILE", description = "哪份配置,默认全部 / which profile, all by default")
    private String profile = "";

    @Override
    public Integer call() {
        Versioned versions = new Versioned(this);
        List<String> promoted = versions.post("/promote", Map.of("profile", profile), new TypeToken<List<String>>() {
        }.getType(), stored -> stored.promote(profile));
        if (promoted.isEmpty()) {
            throw new Trouble(profile.isEmpty() ? "没有正在试点的配置" : "配置 " + profile + " 没有在试点",
                    profile.isEmpty()
                            ? "nothing is being tried"
                            : "nothing of the profile " + profile + " is being tried");
        }
        promoted.forEach(each -> out().println(each + (versions.isRunning()
                ? words(":新版已对所有群生效", ": the new version is in force in all groups")
                : words(":下次启动时,新版对所有群生效", ": with the next start the new version is for all groups"))));
        return ExitCode.OK;
    }
}
