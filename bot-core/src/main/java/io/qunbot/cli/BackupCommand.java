package io.qunbot.cli;

import io.qunbot.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code qunbot backup FILE}: a consistent copy of the store, running or not. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "备份数据 / copy the store")
final class BackupCommand extends Context implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "不存在的文件 / a file that does not exist yet")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Path data = data();
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new Trouble(target + " 已经存在;备份从不覆盖文件", target + " already exists; a backup never overwrites");
        }
        Optional<Admin> running = Admin.of(data);
        try {
            if (running.isPresent()) {
                running.get().post("/backup", Map.of("file", target.toString()), Map.class);
            } else {
                offline(data, offline -> offline.backup(target));
            }
        } catch (StoreException failure) {
            throw new Trouble("备份没有成功:" + failure.getMessage(), "no backup was made: " + failure.getMessage());
        }
        out().println(target);
        return ExitCode.OK;
    }
}
