// The dashboard's relative times: its page names the locale "zh", moment.js knows it as "zh-cn".
if (window.moment && moment.locales().indexOf("zh-cn") >= 0) moment.locale("zh-cn");

// What the dashboard's own Chinese leaves in English. Only whole texts are replaced: arguments and names of servers stay what they are.
(function () {
  const words = {
    "Storage Time:": "存储时间：", "Time:": "时间：", "Generated:": "生成用时：", "Cron": "执行周期", "Duration": "用时", "Latency": "等待",
    "Duration:": "用时：", "Latency:": "等待：", "Server:": "服务器：", "Worker:": "执行线程：", "Queue:": "队列：", "Reason:": "原因：", "Result:": "结果：",
    "Enqueue at:": "排队时间：", "Exception:": "异常：", "Parent": "前一任务", "Next State": "下一状态", "Options": "选项",
    "Parameters": "参数", "Created": "已创建", "Enqueued": "已排队", "Scheduled": "已计划", "Processing": "执行中", "Succeeded": "已完成",
    "Failed": "失败", "Deleted": "已删除", "Awaiting": "等待中", "Triggered by recurring job scheduler": "由周期任务触发",
    "Triggered using recurring job manager": "由人工触发", "Triggered via Dashboard UI": "在本页人工触发",
    "RecurringJobId": "周期任务", "Time": "时间", "CurrentCulture": "语言", "CurrentUICulture": "界面语言", "RetryCount": "重试次数",
    "default": "默认", "DEFAULT": "默认", "Asia/Shanghai": "北京时间", "N/A": "—",
    "sweep": "重排上传文件", "open-week": "开启统计周", "close-week": "关闭统计周", "remind": "催报",
    "deliver": "发送邮件和群消息", "accept-clean": "自动接收", "derive-cards": "核对红黄牌", "take-sources": "采集数据源",
    "An exception occurred during performance of the job.": "执行时出错。", "Exceeded the maximum number of retry attempts.": "已超过重试次数。",
    "No state": "没有状态", "Unable to find the target method.": "没有找到对应的程序。", "Can not find the target method.": "没有找到对应的程序。",
  };
  const measure = /^(.*\d)\s?ms(\)?)$/;
  // 1d 2h 3m 4.567s, as durations are written.
  const duration = /^\+?(?=\d)(?:(\d+)d ?)?(?:(\d+)h ?)?(?:(\d+)m ?)?(?:(\d+(?:\.\d+)?)s)?$/;
  const units = ["天", "小时", "分", "秒"];
  const retry = /^Retry attempt (\d+) of (\d+)/;
  const skipped = /^(SCRIPT|STYLE|CODE|PRE|TEXTAREA)$/;

  function translate(root) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (skipped.test(node.parentNode.nodeName) || node.parentNode.closest("pre, code")) continue;
      const text = node.data.trim();
      const known = Object.hasOwn(words, text) ? words[text] : text.replace(measure, "$1毫秒$2").replace(retry, "第$1次重试（最多$2次）")
        .replace(duration, (whole, ...parts) => parts.slice(0, 4).map((part, i) => part ? part + units[i] : "").join(""));
      if (known !== text && text) node.data = node.data.replace(text, () => known);
    }
  }

  translate(document.body);
  // The lists are drawn anew while the page stays open.
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) translate(node);
  }).observe(document.body, { childList: true, subtree: true });
})();
