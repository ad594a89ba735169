// Static pages work without this. With it a chosen file is named beside its button, and what the browser would say of an unfinished form
// in its own language is said in Chinese.
for (const input of document.querySelectorAll(".file-choice input")) {
  const name = input.parentElement.querySelector(".file-name");
  const show = () => { name.textContent = input.files.length > 0 ? input.files[0].name : name.dataset.none; };
  input.addEventListener("change", show);
  // Back and forward may bring the page back with its file.
  addEventListener("pageshow", show);
}

function fault(input) {
  const { valueMissing, tooShort } = input.validity;
  if (valueMissing) return input.type === "file" ? "请选择要上传的文件。" : "请填写此项。";
  return tooShort ? `至少${input.minLength}位，现在是${input.value.length}位。` : "";
}

document.addEventListener("invalid", ({ target }) => target.setCustomValidity(fault(target)), true);
document.addEventListener("input", ({ target }) => target.setCustomValidity(""), true);
